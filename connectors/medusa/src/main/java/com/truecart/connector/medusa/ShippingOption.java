package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * A way of delivery the shop offers for a cart.
 *
 * @param profile the kind of goods it is for; each kind in the cart needs a way of its own
 * @param price as the shop states it, for comparing
 */
record ShippingOption(String id, String profile, BigDecimal price) {

    /**
     * Empty where it brings nothing to the door.
     *
     * @param calculator asks the shop for the price of an option that has no fixed one
     */
    static Optional<ShippingOption> of(Json option, Function<String, BigDecimal> calculator) {
        boolean isPickUp =
                option.optional("service_zone")
                        .flatMap(zone -> zone.optional("fulfillment_set"))
                        .flatMap(set -> set.optionalText("type"))
                        .filter("pickup"::equals)
                        .isPresent();
        if (isPickUp || option.optionalFlag("insufficient_inventory").orElse(false)) {
            return Optional.empty();
        }
        String id = option.text("id");
        BigDecimal price =
                option.optionalText("price_type").filter("calculated"::equals).isPresent()
                        ? calculator.apply(id)
                        : option.decimal("amount");
        return Optional.of(
                new ShippingOption(
                        id, option.optionalText("shipping_profile_id").orElse(""), price));
    }
}
