package com.truecart.realshops.vendure;

import com.truecart.realshops.vendure.NewProduct.Choice;
import com.truecart.realshops.vendure.PromotionAction.FacetBasedDiscount;
import com.truecart.realshops.vendure.PromotionAction.FreeShipping;
import com.truecart.realshops.vendure.PromotionAction.OrderFixedDiscount;
import com.truecart.realshops.vendure.PromotionAction.OrderPercentageDiscount;
import com.truecart.realshops.vendure.PromotionCondition.AtLeastNWithFacets;
import com.truecart.realshops.vendure.PromotionCondition.MinimumOrderAmount;
import java.math.BigDecimal;
import java.util.List;

/** A small shop to look at: things whose EANs other shops have too, and promotions of all sorts. */
public final class VendureShowcase {
    private static final BigDecimal TAX = new BigDecimal("20");
    private static final String PAYMENT_METHOD = "on-delivery";

    private VendureShowcase() {}

    /**
     * Fills an empty shop.
     *
     * @return for people: its addresses, and what a connection to it is told
     */
    public static List<String> fill(VendureShop shop) {
        VendureAdmin admin = shop.admin();
        admin.sellIn("HKD");
        admin.pricesIncludeTax(true);
        admin.deliverTo("HK");
        admin.deliverTo("US");
        admin.addShippingMethod("post", 500, TAX);
        admin.addShippingMethod("courier", 900, TAX);
        admin.addPaymentMethod(PAYMENT_METHOD);
        goods(admin);
        Customer customer = admin.addCustomer("orders@example.com", List.of());
        return List.of(
                "Shop API           " + shop.shopApi(),
                "Key for Admin API  " + admin.readOnlyKey(),
                "Customer           " + customer.emailAddress(),
                "Password           " + VendureAdmin.CUSTOMER_PASSWORD,
                "Payment method     " + PAYMENT_METHOD,
                "Coupon             FIVE (5.00 off)",
                "Back office        "
                        + shop.adminApi()
                        + " (GraphQL), log in as "
                        + VendureAdmin.KEEPER
                        + " with "
                        + shop.keeperPassword());
    }

    private static void goods(VendureAdmin admin) {
        long kitchen = admin.addFacet("category", List.of("Kitchen", "Clothes")).getFirst();
        long acme = admin.addFacet("brand", List.of("Acme")).getFirst();
        VendureShelves shelves = admin.shelves();
        shelves.add(one("Enamel mug", "4006381333931", 1_290, TAX, kitchen));
        shelves.add(one("Chef's knife", "5901234123457", 2_490, TAX, kitchen, acme));
        shelves.add(one("Cookbook", "9780201379624", 3_990, BigDecimal.ZERO));
        Variant lamp = shelves.add(one("Desk lamp", "lamp", 5_900, TAX, acme)).getFirst();
        shelves.stock(lamp.id(), 0);
        shelves.add(one("Whistling kettle", "kettle", 4_500, TAX, kitchen, acme));
        shelves.add(
                new NewProduct(
                        "Cotton shirt",
                        "<p>Of cotton</p>",
                        List.of(acme),
                        "size",
                        List.of(
                                new Choice(
                                        "small", new NewVariant("shirt-s", 1_900, TAX, List.of())),
                                new Choice(
                                        "large",
                                        new NewVariant("shirt-l", 2_100, TAX, List.of())))));
        VendurePromotions promotions = admin.promotions();
        promotions.add(PromotionTerms.withCode("5 off", "FIVE", new OrderFixedDiscount(500)));
        promotions.add(
                PromotionTerms.of(
                        "Sent for nothing from 60.00",
                        new MinimumOrderAmount(6_000, true),
                        new FreeShipping()));
        promotions.add(
                PromotionTerms.of(
                        "15 % off two things for the kitchen",
                        new AtLeastNWithFacets(2, List.of(kitchen)),
                        new FacetBasedDiscount(new BigDecimal("15"), List.of(kitchen))));
        promotions.add(
                PromotionTerms.of(
                        "10 % from 100.00",
                        new MinimumOrderAmount(10_000, true),
                        new OrderPercentageDiscount(BigDecimal.TEN)));
    }

    private static NewProduct one(
            String name, String sku, long price, BigDecimal tax, Long... facets) {
        return new NewProduct(
                name,
                "<p>" + name + "</p>",
                List.of(facets),
                "pack",
                List.of(new Choice("single", new NewVariant(sku, price, tax, List.of()))));
    }
}
