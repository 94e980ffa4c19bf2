package com.truecart.spi;

/**
 * Who receives an order and where. Personal: never logged.
 *
 * @param country ISO 3166-1 alpha-2
 * @param region district, state or province; may be empty
 * @param postcode may be empty, as in Hong Kong
 */
public record Recipient(
        String givenName,
        String familyName,
        String email,
        String phone,
        String street,
        String city,
        String region,
        String postcode,
        String country) {

    @Override
    public String toString() {
        return "Recipient[****, " + country + "]";
    }
}
