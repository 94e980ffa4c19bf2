package com.truecart.connector.vendure;

import com.truecart.realshops.Availability;
import com.truecart.realshops.vendure.Customer;
import com.truecart.realshops.vendure.NewProduct;
import com.truecart.realshops.vendure.NewProduct.Choice;
import com.truecart.realshops.vendure.NewVariant;
import com.truecart.realshops.vendure.PromotionAction;
import com.truecart.realshops.vendure.PromotionCondition;
import com.truecart.realshops.vendure.PromotionTerms;
import com.truecart.realshops.vendure.Variant;
import com.truecart.realshops.vendure.VendureAdmin;
import com.truecart.realshops.vendure.VendureShop;
import com.truecart.testkit.LoopbackContext;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * A real Vendure with a mug, a shirt in two sizes, a lamp that is sold out, a book without tax and
 * a few things more, four on a page. Prices are with tax. One for all tests here; it ends with
 * them.
 */
final class ShopUnderTest {
    static final String EAN = "4006381333931";
    static final String PAYMENT_METHOD = "on-delivery";

    /** Fewer than we ask for: as many as it allows are several pages. */
    private static final int PAGE = 4;

    private static final int MANY = 6;
    private static final BigDecimal TAX = new BigDecimal("20");
    private static @Nullable ShopUnderTest opened;

    final VendureShop shop;
    final Variant mug;
    final Variant small;
    final Variant large;
    final Variant lamp;
    final Variant book;
    private final String key;
    private int customers;

    private ShopUnderTest(VendureShop shop) {
        this.shop = shop;
        VendureAdmin admin = shop.admin();
        admin.pricesIncludeTax(true);
        admin.deliverTo("HK");
        admin.addShippingMethod("courier", 900, TAX);
        admin.addShippingMethod("post", 500, TAX);
        admin.addPaymentMethod(PAYMENT_METHOD);
        key = admin.readOnlyKey();
        long kitchen = admin.addFacet("category", List.of("Kitchen", "Mugs")).getFirst();
        long acme = admin.addFacet("brand", List.of("Acme")).getFirst();
        long sale = admin.addFacetValue("sale");
        List<Variant> plain =
                admin.addVariants(
                        List.of(
                                new NewVariant(EAN, 1_000, TAX, List.of(kitchen, acme)),
                                new NewVariant("lamp-1", 5_000, TAX, List.of()),
                                new NewVariant("book-1", 800, BigDecimal.ZERO, List.of())));
        mug = plain.get(0);
        lamp = plain.get(1);
        book = plain.get(2);
        admin.shelves().stock(lamp.id(), 0);
        List<Variant> shirts =
                admin.shelves()
                        .add(
                                new NewProduct(
                                        "Shirt",
                                        "<p>Of <b>cotton</b> &amp; wool</p>",
                                        List.of(),
                                        "size",
                                        List.of(
                                                new Choice(
                                                        "small",
                                                        new NewVariant(
                                                                "shirt-s", 1_900, TAX, List.of())),
                                                new Choice(
                                                        "large",
                                                        new NewVariant(
                                                                "shirt-l",
                                                                2_000,
                                                                TAX,
                                                                List.of(sale))))));
        small = shirts.get(0);
        large = shirts.get(1);
        admin.shelves()
                .addMany(
                        IntStream.range(0, MANY).mapToObj(i -> "many-" + i).toList(),
                        IntStream.range(0, MANY).mapToObj(i -> 100L + i).toList(),
                        TAX);
        shop.promotions()
                .add(
                        PromotionTerms.withCode(
                                "A tenth off",
                                "TENTH",
                                new PromotionAction.OrderPercentageDiscount(BigDecimal.TEN)));
        shop.promotions()
                .add(
                        new PromotionTerms(
                                "A hundred off and sent for nothing from 1,000.00",
                                Optional.empty(),
                                List.of(new PromotionCondition.MinimumOrderAmount(100_000, true)),
                                List.of(
                                        new PromotionAction.OrderFixedDiscount(10_000),
                                        new PromotionAction.FreeShipping())));
        shop.promotions()
                .add(
                        PromotionTerms.of(
                                "Half off three things on sale",
                                new PromotionCondition.AtLeastNWithFacets(3, List.of(sale)),
                                new PromotionAction.FacetBasedDiscount(
                                        new BigDecimal("50"), List.of(sale))));
    }

    /** Opens it, or skips the calling test where no shop can run; in CI that is a failure. */
    static ShopUnderTest open() {
        Availability node = VendureShop.available();
        if (!"true".equals(System.getenv("CI"))) {
            Assumptions.assumeTrue(node.present(), node.sentence());
        }
        ShopUnderTest known = opened;
        if (known == null) {
            known = new ShopUnderTest(VendureShop.startWithPagesOf(PAGE));
            opened = known;
        }
        return known;
    }

    int listings() {
        return MANY + 5;
    }

    /** A connection with a key, that orders as a customer of its own. */
    LoopbackContext context() {
        customers++;
        return context(
                shop.admin().addCustomer("customer-" + customers + "@example.com", List.of()));
    }

    LoopbackContext context(Customer customer) {
        return LoopbackContext.with(
                        Map.of(
                                VendureProvider.SHOP_API,
                                shop.shopApi().toString(),
                                VendureProvider.SHOP_NAME,
                                "Test shop",
                                VendureProvider.LANGUAGE,
                                "en",
                                VendureProvider.PRODUCT_PAGE,
                                "https://shop.example.com/p/{slug}",
                                VendureProvider.ADMIN_KEY,
                                key,
                                VendureProvider.CUSTOMER,
                                customer.emailAddress(),
                                VendureProvider.CUSTOMER_PASSWORD,
                                VendureAdmin.CUSTOMER_PASSWORD,
                                VendureProvider.PAYMENT_METHOD,
                                PAYMENT_METHOD))
                .patience(Duration.ofMinutes(1));
    }

    /** The same without a key and without a customer. */
    LoopbackContext bare() {
        return LoopbackContext.with(Map.of(VendureProvider.SHOP_API, shop.shopApi().toString()))
                .patience(Duration.ofMinutes(1));
    }

    static String id(Variant variant) {
        return Long.toString(variant.id());
    }
}
