package com.truecart.sandbox.woo;

import com.truecart.sandbox.http.Json;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Fields that extensions demand at the checkout, refused the way WooCommerce refuses them. */
final class WooFields {
    private WooFields() {}

    /** What is wrong with this field, if it was not filled in. */
    static Optional<WooError> fault(WooPolicy.Field field, ObjectNode body) {
        JsonNode given =
                switch (field.place()) {
                    case ADDITIONAL_FIELDS -> body.path("additional_fields").path(field.id());
                    case BILLING_ADDRESS -> body.path("billing_address").path(field.id());
                    case EXTENSIONS -> body.path("extensions").path(field.id());
                };
        if (!given.isMissingNode() && !given.asString("").isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.place()) {
                    case ADDITIONAL_FIELDS -> additional(field);
                    case BILLING_ADDRESS -> billing(field);
                    case EXTENSIONS -> extension(field);
                });
    }

    private static WooError additional(WooPolicy.Field field) {
        return WooError.with(
                "woocommerce_required_checkout_field",
                field.label() + " is required",
                Json.object().put("key", field.id()));
    }

    /** A check of parameters names the parameter; what is missing in it is in the details. */
    private static WooError billing(WooPolicy.Field field) {
        String sentence =
                "There was a problem with the provided billing address: "
                        + field.label()
                        + " is required";
        ObjectNode facts = Json.object();
        facts.putObject("params").put("billing_address", sentence);
        facts.putObject("details")
                .putObject("billing_address")
                .put("code", "woocommerce_required_checkout_field")
                .put("message", sentence)
                .putObject("data")
                .put("key", field.id());
        return WooError.with("rest_invalid_param", "Invalid parameter(s): billing_address", facts);
    }

    /** What is missing as a whole is only named, in a list. */
    private static WooError extension(WooPolicy.Field field) {
        ObjectNode facts = Json.object();
        facts.putArray("params").add("extensions[" + field.id() + "]");
        return WooError.with(
                "rest_missing_callback_param",
                "Missing parameter(s): extensions[" + field.id() + "]",
                facts);
    }
}
