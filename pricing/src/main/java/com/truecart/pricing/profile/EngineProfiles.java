package com.truecart.pricing.profile;

import java.util.List;
import java.util.Optional;

/**
 * The profiles we ship. What each engine does, with the golden carts that show it, is in {@code
 * docs/engine-profiles.md}; the carts are tests. Each profile is put together in a file of its own
 * beside this one: {@code VendureEngine}, {@code SaleorEngine} and so on.
 */
public final class EngineProfiles {

    /** Where nothing is known of a store's engine. */
    public static final EngineProfile OURS = OurEngine.PROFILE;

    /** Vendure 3.7.3. */
    public static final EngineProfile VENDURE = VendureEngine.PROFILE;

    /** Medusa 2. */
    public static final EngineProfile MEDUSA = MedusaEngine.PROFILE;

    /** WooCommerce core coupons, not sequential. */
    public static final EngineProfile WOOCOMMERCE = WooCommerceEngine.TOGETHER;

    /** WooCommerce with the setting "calculate coupon discounts sequentially". */
    public static final EngineProfile WOOCOMMERCE_SEQUENTIAL = WooCommerceEngine.SEQUENTIAL;

    /** Magento 2.4.7 and later. */
    public static final EngineProfile MAGENTO = MagentoEngine.PROFILE;

    /** Shopify native discounts. */
    public static final EngineProfile SHOPIFY = ShopifyEngine.PROFILE;

    /** Saleor 3.20 and later. */
    public static final EngineProfile SALEOR = SaleorEngine.PROFILE;

    /** Sylius 2. */
    public static final EngineProfile SYLIUS = SyliusEngine.PROFILE;

    /** Spree 6. */
    public static final EngineProfile SPREE = SpreeEngine.PROFILE;

    /** Solidus promotions gem. */
    public static final EngineProfile SOLIDUS = SolidusEngine.PROFILE;

    /** Broadleaf 6. */
    public static final EngineProfile BROADLEAF = BroadleafEngine.PROFILE;

    /** Taobao and Tmall as of the rule of August 2020. */
    public static final EngineProfile TAOBAO = TaobaoEngine.PROFILE;

    /** JD as of 2023. */
    public static final EngineProfile JD = JdEngine.PROFILE;

    /** All of them, ours first. */
    public static final List<EngineProfile> ALL_PROFILES =
            List.of(
                    OURS,
                    VENDURE,
                    MEDUSA,
                    WOOCOMMERCE,
                    WOOCOMMERCE_SEQUENTIAL,
                    MAGENTO,
                    SHOPIFY,
                    SALEOR,
                    SYLIUS,
                    SPREE,
                    SOLIDUS,
                    BROADLEAF,
                    TAOBAO,
                    JD);

    private EngineProfiles() {}

    /** The profile a connection names; empty where there is none of this name. */
    public static Optional<EngineProfile> named(String name) {
        return ALL_PROFILES.stream().filter(profile -> profile.name().equals(name)).findFirst();
    }
}
