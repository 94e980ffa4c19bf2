package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we send about a checkout. A PUT replaces everything, so each time everything is said. */
final class SessionForm {
    private static final String DESTINATION = "dest_1";

    private final QuoteRequest request;
    private final Capabilities capabilities;

    SessionForm(QuoteRequest request, Capabilities capabilities) {
        this.request = request;
        this.capabilities = capabilities;
    }

    /** The first form, before the business gave names to anything. */
    Map<String, Object> create() {
        Map<String, Object> method = new LinkedHashMap<>();
        method.put("type", "shipping");
        method.put("destinations", List.of(destination()));
        method.put("selected_destination_id", DESTINATION);
        return form(List.of(), method);
    }

    /** The same with the business's names, and for each parcel its cheapest delivery. */
    Map<String, Object> update(Session session) {
        Map<String, Object> method = new LinkedHashMap<>();
        Optional<Json> stated = shippingMethod(session);
        stated.flatMap(found -> found.optionalText("id")).ifPresent(id -> method.put("id", id));
        method.put("type", "shipping");
        List<Json> lines = session.json().list("line_items");
        method.put("line_item_ids", lines.stream().map(line -> line.text("id")).toList());
        String destination =
                stated.flatMap(found -> found.optionalList("destinations").stream().findFirst())
                        .flatMap(found -> found.optionalText("id"))
                        .orElse(DESTINATION);
        Map<String, Object> address = destination();
        address.put("id", destination);
        method.put("destinations", List.of(address));
        method.put("selected_destination_id", destination);
        List<Map<String, Object>> groups = new ArrayList<>();
        for (Json group : groups(session)) {
            Map<String, Object> chosen = new LinkedHashMap<>();
            chosen.put("id", group.text("id"));
            cheapest(group).ifPresent(option -> chosen.put("selected_option_id", option));
            groups.add(chosen);
        }
        if (!groups.isEmpty()) {
            method.put("groups", groups);
        }
        return form(lines, method);
    }

    /** Whether every parcel already goes the cheapest way, where there is a choice at all. */
    boolean isDeliveryChosen(Session session) {
        List<Json> groups = groups(session);
        return !capabilities.has(Capabilities.FULFILLMENT)
                || (!groups.isEmpty()
                        && groups.stream()
                                .allMatch(group ->
                                        cheapest(group).isPresent()
                                                && group.optionalText("selected_option_id")
                                                        .equals(cheapest(group))));
    }

    /** The codes in the order they are sent, by which messages refer to them. */
    List<String> codes() {
        return request.codes().stream().sorted().toList();
    }

    private Map<String, Object> form(List<Json> stated, Map<String, Object> method) {
        Recipient to = request.recipient();
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("line_items", lines(stated));
        form.put(
                "buyer",
                Map.of(
                        "first_name", to.givenName(),
                        "last_name", to.familyName(),
                        "email", to.email(),
                        "phone_number", to.phone()));
        form.put("context", Map.of("address_country", to.country()));
        if (capabilities.has(Capabilities.DISCOUNT)) {
            form.put("discounts", Map.of("codes", codes()));
        }
        if (capabilities.has(Capabilities.FULFILLMENT)) {
            form.put("fulfillment", Map.of("methods", List.of(method)));
        }
        return form;
    }

    private List<Map<String, Object>> lines(List<Json> stated) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (OrderLine line : request.lines()) {
            Map<String, Object> sent = new LinkedHashMap<>();
            stated.stream()
                    .filter(found -> found.at("item").text("id").equals(line.upstreamId()))
                    .findFirst()
                    .ifPresent(found -> sent.put("id", found.text("id")));
            sent.put("item", Map.of("id", line.upstreamId()));
            sent.put("quantity", line.quantity());
            lines.add(sent);
        }
        return lines;
    }

    private Map<String, Object> destination() {
        Recipient to = request.recipient();
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("id", DESTINATION);
        address.put("first_name", to.givenName());
        address.put("last_name", to.familyName());
        address.put("street_address", to.street());
        address.put("address_locality", to.city());
        address.put("address_region", to.region());
        address.put("address_country", to.country());
        address.put("postal_code", to.postcode());
        address.put("phone_number", to.phone());
        return address;
    }

    private static Optional<Json> shippingMethod(Session session) {
        return session
                .json()
                .optional("fulfillment")
                .map(fulfillment -> fulfillment.optionalList("methods"))
                .orElse(List.of())
                .stream()
                .filter(method -> method.text("type").equals("shipping"))
                .findFirst();
    }

    private static List<Json> groups(Session session) {
        return shippingMethod(session)
                .map(method -> method.optionalList("groups"))
                .orElse(List.of());
    }

    private static Optional<String> cheapest(Json group) {
        return group.optionalList("options").stream()
                .min(Comparator.comparingLong(SessionForm::cost))
                .map(option -> option.text("id"));
    }

    private static long cost(Json option) {
        return option.list("totals").stream()
                .filter(total -> total.text("type").equals("total"))
                .mapToLong(total -> total.number("amount"))
                .findFirst()
                .orElse(Long.MAX_VALUE);
    }
}
