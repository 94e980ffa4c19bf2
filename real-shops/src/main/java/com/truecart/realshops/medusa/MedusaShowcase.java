package com.truecart.realshops.medusa;

import com.truecart.realshops.medusa.MedusaAdmin.Group;
import com.truecart.realshops.medusa.NewProduct.NewVariant;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * A small household shop for people to try: twelve products, two ways to send them, four offers.
 */
public final class MedusaShowcase {
    private static final List<String> GOODS =
            List.of(
                    "Kettle 249",
                    "Teapot 168",
                    "Mug 49.9",
                    "Soup bowl 38.5",
                    "Rice cooker 399",
                    "Chopsticks 25",
                    "Wok 219",
                    "Cutting board 89",
                    "Kitchen towel 29.9",
                    "Lunch box 75",
                    "Thermos flask 179",
                    "Tea strainer 32");

    private MedusaShowcase() {}

    /**
     * Fills an empty shop.
     *
     * @return what a connection to it is told, a line each
     */
    public static List<String> fill(MedusaShop shop) {
        MedusaAdmin admin = shop.admin();
        String region = admin.addMarket(Market.untaxed("HKD", "HK"));
        admin.addShippingOption("Post", List.of("HK"), Map.of(region, new BigDecimal("30")));
        admin.addShippingOption("Courier", List.of("HK"), Map.of(region, new BigDecimal("48")));
        String kitchen = admin.addGroup(Group.CATEGORY, "Kitchen");
        List<NewProduct> products = new ArrayList<>();
        for (String good : GOODS) {
            int space = good.lastIndexOf(' ');
            String title = good.substring(0, space);
            NewVariant variant =
                    new NewVariant(
                            "HG-" + (100 + products.size()),
                            "One",
                            new BigDecimal(good.substring(space + 1)),
                            OptionalInt.of(40),
                            Map.of("ean", ean(products.size())));
            products.add(
                    new NewProduct(
                            title,
                            List.of(variant),
                            Map.of("categories", List.of(Map.of("id", kitchen)))));
        }
        List<Variant> variants = admin.addProducts(products);
        offers(admin.promotions(), variants);
        return List.of(
                "shop: " + shop.address(),
                "publishable_key: " + admin.publishableKey(),
                "secret_key: " + admin.secretKey(),
                "country: HK");
    }

    private static void offers(MedusaPromotions promotions, List<Variant> variants) {
        promotions.add(
                Map.of(
                        "code",
                        "TENOFF",
                        "type",
                        "standard",
                        "status",
                        "active",
                        "application_method",
                        Map.of("type", "percentage", "target_type", "order", "value", 10)));
        promotions.add(
                Map.of(
                        "code",
                        "SPEND300",
                        "type",
                        "standard",
                        "status",
                        "active",
                        "is_automatic",
                        true,
                        "rules",
                        List.of(
                                Map.of(
                                        "attribute",
                                        "item_subtotal",
                                        "operator",
                                        "gte",
                                        "values",
                                        List.of("300"))),
                        "application_method",
                        Map.of(
                                "type",
                                "fixed",
                                "target_type",
                                "order",
                                "value",
                                25,
                                "currency_code",
                                "hkd")));
        promotions.add(
                Map.of(
                        "code",
                        "FREEPOST",
                        "type",
                        "standard",
                        "status",
                        "active",
                        "application_method",
                        Map.of(
                                "type",
                                "percentage",
                                "target_type",
                                "shipping_methods",
                                "allocation",
                                "across",
                                "value",
                                100)));
        promotions.add(
                Map.of(
                        "code",
                        "TWOMUGS",
                        "type",
                        "buyget",
                        "status",
                        "active",
                        "is_automatic",
                        true,
                        "application_method",
                        Map.of(
                                "type",
                                "percentage",
                                "target_type",
                                "items",
                                "allocation",
                                "each",
                                "value",
                                100,
                                "max_quantity",
                                1,
                                "apply_to_quantity",
                                1,
                                "buy_rules_min_quantity",
                                2,
                                "buy_rules",
                                List.of(product(variants.get(2))),
                                "target_rules",
                                List.of(product(variants.get(11))))));
    }

    private static Map<String, ?> product(Variant variant) {
        return Map.of(
                "attribute",
                "items.product.id",
                "operator",
                "eq",
                "values",
                List.of(variant.productId()));
    }

    /** An invented EAN-13. */
    private static String ean(int number) {
        String twelve = "4890000%05d".formatted(number + 1);
        int sum = 0;
        for (int i = 0; i < twelve.length(); i++) {
            sum += (twelve.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return twelve + (10 - sum % 10) % 10;
    }
}
