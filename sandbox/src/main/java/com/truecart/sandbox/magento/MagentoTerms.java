package com.truecart.sandbox.magento;

import com.truecart.sandbox.store.ShopTerms;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How one Magento shop is set up.
 *
 * @param taxPercent on goods and delivery
 * @param areTaxesInPrices whether prices and fees hold the tax already
 * @param payments the codes of the ways of paying it offers
 */
public record MagentoTerms(int taxPercent, boolean areTaxesInPrices, List<String> payments) {

    /** No taxes, payment on delivery or by transfer. */
    public static final MagentoTerms PLAIN =
            new MagentoTerms(0, false, List.of("cashondelivery", "banktransfer"));

    /** Copies the list. */
    public MagentoTerms {
        payments = List.copyOf(payments);
    }

    /** The same with a tax inside its prices. */
    public MagentoTerms withTaxInside(int percent) {
        return new MagentoTerms(percent, true, payments);
    }

    /** The same with a tax on top of its prices. */
    public MagentoTerms withTaxOnTop(int percent) {
        return new MagentoTerms(percent, false, payments);
    }

    /** The same with other ways of paying. */
    public MagentoTerms paidBy(String... codes) {
        return new MagentoTerms(taxPercent, areTaxesInPrices, List.of(codes));
    }

    /** Stone House: household and electronics; delivery 30.00, free from 500.00. */
    static ShopTerms shop() {
        return new ShopTerms(
                "stone-house",
                "Stone House",
                "石屋家品",
                "SH",
                List.of("Household", "Electronics"),
                Set.of(),
                false,
                3_000,
                OptionalLong.of(50_000),
                4);
    }
}
