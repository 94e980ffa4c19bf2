package com.truecart.app.checkout.web;

import com.truecart.spi.Recipient;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who receives the order, as typed; absent fields are empty.
 *
 * @param district may stay empty where the country has none
 */
record RecipientForm(
        String givenName,
        String familyName,
        String email,
        String phone,
        String street,
        String district,
        String city,
        String country) {
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");
    private static final Pattern PHONE = Pattern.compile("\\+?[0-9 ()-]{6,20}");
    private static final Set<String> COUNTRIES =
            Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2);
    private static final int LONGEST = 120;

    RecipientForm {
        givenName = strip(givenName);
        familyName = strip(familyName);
        email = strip(email);
        phone = strip(phone);
        street = strip(street);
        district = strip(district);
        city = strip(city);
        country = strip(country).isEmpty() ? "HK" : strip(country).toUpperCase(Locale.ROOT);
    }

    static RecipientForm empty() {
        return new RecipientForm("", "", "", "", "", "", "", "HK");
    }

    static RecipientForm of(Recipient recipient) {
        return new RecipientForm(
                recipient.givenName(),
                recipient.familyName(),
                recipient.email(),
                recipient.phone(),
                recipient.street(),
                recipient.region(),
                recipient.city(),
                recipient.country());
    }

    /** The fields that do not do, each with the key of the sentence that says what is wanted. */
    Map<String, String> errors() {
        Map<String, String> errors = new LinkedHashMap<>();
        required(errors, "givenName", givenName);
        required(errors, "familyName", familyName);
        required(errors, "street", street);
        required(errors, "city", city);
        if (!EMAIL.matcher(email).matches() || email.length() > LONGEST) {
            errors.put("email", "checkout.error.email");
        }
        if (!PHONE.matcher(phone).matches()) {
            errors.put("phone", "checkout.error.phone");
        }
        if (district.length() > LONGEST) {
            errors.put("district", "checkout.error.long");
        }
        if (!COUNTRIES.contains(country)) {
            errors.put("country", "checkout.error.country");
        }
        return errors;
    }

    Recipient recipient() {
        return new Recipient(
                givenName, familyName, email, phone, street, city, district, "", country);
    }

    private static void required(Map<String, String> errors, String field, String value) {
        if (value.isEmpty()) {
            errors.put(field, "checkout.error.required");
        } else if (value.length() > LONGEST) {
            errors.put(field, "checkout.error.long");
        }
    }

    private static String strip(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "RecipientForm[****, " + country + "]";
    }
}
