package com.truecart.connector.medusa;

import java.util.Currency;
import java.util.Set;

/**
 * Where the shop sells: Medusa's region, of which prices depend.
 *
 * @param country the one we buy for, lower case as Medusa writes it
 * @param countries all of the region, lower case
 */
record Market(String regionId, Currency currency, String country, Set<String> countries) {
    Market {
        countries = Set.copyOf(countries);
    }
}
