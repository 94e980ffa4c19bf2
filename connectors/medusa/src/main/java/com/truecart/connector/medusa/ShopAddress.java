package com.truecart.connector.medusa;

import com.truecart.spi.Recipient;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** An address as Medusa wants it. */
final class ShopAddress {
    private ShopAddress() {}

    static Map<String, String> of(Recipient recipient) {
        Map<String, String> fields = new HashMap<>();
        fields.put("first_name", recipient.givenName());
        fields.put("last_name", recipient.familyName());
        fields.put("phone", recipient.phone());
        fields.put("address_1", recipient.street());
        fields.put("city", recipient.city());
        fields.put("province", recipient.region());
        fields.put("postal_code", recipient.postcode());
        fields.put("country_code", recipient.country().toLowerCase(Locale.ROOT));
        return fields;
    }
}
