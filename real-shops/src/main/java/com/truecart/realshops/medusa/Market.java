package com.truecart.realshops.medusa;

import java.math.BigDecimal;

/**
 * Where the shop sells: Medusa's region, with one country and its tax.
 *
 * @param currency ISO 4217, upper case
 * @param country ISO 3166-1 alpha-2, upper case
 * @param taxPercent on everything, delivery included
 * @param pricesIncludeTax whether prices in this currency are with tax
 */
public record Market(
        String currency, String country, BigDecimal taxPercent, boolean pricesIncludeTax) {

    /** A country without a tax on what is sold. */
    public static Market untaxed(String currency, String country) {
        return new Market(currency, country, BigDecimal.ZERO, false);
    }
}
