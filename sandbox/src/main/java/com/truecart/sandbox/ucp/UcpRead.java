package com.truecart.sandbox.ucp;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Shelf;
import com.truecart.sandbox.till.CartLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reading what a platform sends about a checkout. */
final class UcpRead {
    private static final int LARGEST_QUANTITY = 9_999;
    private static final List<String> BUYER =
            List.of("first_name", "last_name", "email", "phone_number");

    /** The fields of a postal address. */
    static final List<String> ADDRESS =
            List.of(
                    "id",
                    "first_name",
                    "last_name",
                    "street_address",
                    "extended_address",
                    "address_locality",
                    "address_region",
                    "address_country",
                    "postal_code",
                    "phone_number");

    private UcpRead() {}

    /** The lines at today's prices; what is wrong with them goes to the messages. */
    static List<CartLine> lines(Shelf shelf, ObjectNode body, List<ObjectNode> messages) {
        List<CartLine> lines = new ArrayList<>();
        JsonNode wanted = body.path("line_items");
        if (wanted.isEmpty()) {
            messages.add(
                    UcpForm.error(
                            "missing",
                            "$.line_items",
                            "A checkout needs at least one line",
                            "unrecoverable"));
        }
        for (int i = 0; i < wanted.size(); i++) {
            String id = wanted.get(i).path("item").path("id").asString("");
            int quantity = wanted.get(i).path("quantity").asInt(0);
            Optional<Offer> offer = shelf.item(id);
            if (offer.isEmpty()) {
                messages.add(
                        UcpForm.error(
                                "item_unavailable",
                                "$.line_items[" + i + "].item.id",
                                "There is no " + id,
                                "unrecoverable"));
            } else if (quantity < 1 || quantity > LARGEST_QUANTITY) {
                messages.add(
                        UcpForm.error(
                                "invalid",
                                "$.line_items[" + i + "].quantity",
                                "A quantity is 1 to " + LARGEST_QUANTITY,
                                "unrecoverable"));
            } else {
                lines.add(new CartLine(offer.get(), quantity));
            }
        }
        return lines;
    }

    /** The codes, in the order they were sent, each once. */
    static List<String> codes(ObjectNode body) {
        Map<String, String> codes = new LinkedHashMap<>();
        for (JsonNode code : body.path("discounts").path("codes")) {
            String text = code.asString("");
            codes.putIfAbsent(text.toUpperCase(Locale.ROOT), text);
        }
        return List.copyOf(codes.values());
    }

    /** The buyer's known fields. */
    static Map<String, String> buyer(ObjectNode body) {
        return fields(body.path("buyer"), BUYER);
    }

    /** The chosen address: the one named, or the only one. */
    static Map<String, String> destination(ObjectNode body) {
        JsonNode method = body.path("fulfillment").path("methods").path(0);
        JsonNode destinations = method.path("destinations");
        String selected = method.path("selected_destination_id").asString("");
        for (JsonNode destination : destinations) {
            if (destinations.size() == 1 || destination.path("id").asString("").equals(selected)) {
                Map<String, String> fields = fields(destination, ADDRESS);
                fields.putIfAbsent("id", "dest_1");
                return fields;
            }
        }
        return Map.of();
    }

    /** The chosen delivery option. */
    static Optional<String> option(ObjectNode body) {
        return Optional.of(
                        body.path("fulfillment")
                                .path("methods")
                                .path(0)
                                .path("groups")
                                .path(0)
                                .path("selected_option_id")
                                .asString(""))
                .filter(option -> !option.isEmpty());
    }

    /** Whether cash on delivery is what the platform chose. */
    static boolean paysCash(ObjectNode body) {
        JsonNode instruments = body.path("payment").path("instruments");
        for (JsonNode instrument : instruments) {
            boolean chosen =
                    instruments.size() == 1 || instrument.path("selected").asBoolean(false);
            if (chosen) {
                return instrument.path("handler_id").asString("").equals(UcpForm.HANDLER_ID)
                        && instrument.path("type").asString("").equals(UcpForm.INSTRUMENT);
            }
        }
        return false;
    }

    private static Map<String, String> fields(JsonNode node, List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : names) {
            if (node.path(name).isString()) {
                fields.put(name, node.path(name).stringValue());
            }
        }
        return fields;
    }
}
