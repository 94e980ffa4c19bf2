package com.truecart.sandbox.ucp;

import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.CartLine;
import com.truecart.sandbox.till.RefusedCode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * A session rung up: what it costs, and what still stands in its way.
 *
 * @param options delivery options with their fees, empty until the address is good
 * @param errors what keeps it from being completed
 * @param warnings what does not
 */
record UcpQuote(
        Bill bill,
        Map<String, Long> options,
        Optional<Long> delivery,
        List<ObjectNode> errors,
        List<ObjectNode> warnings) {

    /** The cheaper way, free from the shop's threshold. */
    static final String STANDARD = "standard";

    /** The quicker way, where a shop has one. */
    static final String EXPRESS = "express";

    private static final String METHOD = "$.fulfillment.methods[0]";

    /** Rings up a session. */
    static UcpQuote of(UcpSession session, Store store, Optional<Long> express) {
        Bill bill = store.till().ring(session.lines(), session.codes());
        List<ObjectNode> errors = new ArrayList<>();
        Map<String, Long> options = new LinkedHashMap<>();
        if (session.priceMoved()) {
            errors.add(
                    recoverable(
                            "price_changed",
                            "$.line_items",
                            "A price changed after it was quoted; update the checkout to agree"));
        }
        outOfStock(session, store, errors);
        if (session.buyer().getOrDefault("email", "").isBlank()) {
            errors.add(recoverable("missing", "$.buyer.email", "An e-mail address is required"));
        }
        Map<String, String> address = session.destination();
        if (address.isEmpty()) {
            errors.add(recoverable("missing", METHOD + ".destinations", "Where is it to be sent?"));
        } else if (!address.getOrDefault("address_country", "").equals("HK")) {
            errors.add(
                    recoverable(
                            "address_undeliverable",
                            METHOD + ".destinations[0].address_country",
                            "We deliver in Hong Kong only"));
        } else {
            options.put(STANDARD, store.terms().delivery(bill.goods()));
            express.ifPresent(fee -> options.put(EXPRESS, fee));
            for (String field : List.of("street_address", "address_locality")) {
                if (address.getOrDefault(field, "").isBlank()) {
                    errors.add(
                            recoverable(
                                    "missing",
                                    METHOD + ".destinations[0]." + field,
                                    "The address lacks its " + field));
                }
            }
        }
        Optional<Long> delivery = session.option().map(options::get);
        if (!options.isEmpty() && delivery.isEmpty()) {
            errors.add(
                    recoverable(
                            session.option().isEmpty() ? "missing" : "invalid",
                            METHOD + ".groups[0].selected_option_id",
                            "Choose one of the delivery options"));
        }
        return new UcpQuote(bill, options, delivery, errors, refused(session, bill));
    }

    /** What is to be paid, as far as it is known. */
    long payable() {
        return bill.goods() + delivery.orElse(0L);
    }

    /** What is taken off lines, in cents. */
    long onLines() {
        long sum = 0;
        for (int i = 0; i < bill.lines().size(); i++) {
            sum += bill.lineDiscount(i);
        }
        return sum;
    }

    private static void outOfStock(UcpSession session, Store store, List<ObjectNode> errors) {
        Map<String, Integer> wanted = new HashMap<>();
        for (int i = 0; i < session.lines().size(); i++) {
            CartLine line = session.lines().get(i);
            int all = wanted.merge(line.offer().sku(), line.quantity(), Integer::sum);
            int left = store.shelf().sku(line.offer().sku()).orElseThrow().stock();
            if (all > left) {
                errors.add(
                        recoverable(
                                "out_of_stock",
                                "$.line_items[" + i + "]",
                                "Only %d of %s left"
                                        .formatted(left, line.offer().product().name())));
            }
        }
    }

    private static List<ObjectNode> refused(UcpSession session, Bill bill) {
        List<ObjectNode> warnings = new ArrayList<>();
        for (RefusedCode refused : bill.refused()) {
            String code =
                    switch (refused.reason()) {
                        case UNKNOWN -> "discount_code_invalid";
                        case BELOW_MINIMUM, NOTHING_ELIGIBLE -> "discount_code_user_ineligible";
                    };
            int index = session.codes().indexOf(refused.code());
            warnings.add(
                    UcpForm.warning(code, "$.discounts.codes[" + index + "]", refused.sentence()));
        }
        return warnings;
    }

    private static ObjectNode recoverable(String code, String path, String content) {
        return UcpForm.error(code, path, content, "recoverable");
    }
}
