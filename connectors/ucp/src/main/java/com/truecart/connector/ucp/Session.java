package com.truecart.connector.ucp;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.Notice;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.QuoteResult.RefusedCode;
import com.truecart.spi.UpstreamException.Drifted;
import java.net.URI;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/** A checkout session as the business states it. Pure. */
record Session(Json json) {
    private static final int LABEL = 200;

    String id() {
        return json.text("id");
    }

    String status() {
        return json.text("status");
    }

    /** Whether it lacks nothing. */
    boolean isReady() {
        return status().equals("ready_for_complete");
    }

    /** Whether the buyer must go on at the shop itself, and can. */
    boolean isForTheBuyer() {
        return continueAt().isPresent()
                && (status().equals("requires_escalation")
                        || errors().stream().anyMatch(Message::isForTheBuyer));
    }

    /** Every warning that is not about a code, and each discount the shop may still take back. */
    List<Notice> notices(List<OrderLine> lines) {
        List<Notice> notices = new ArrayList<>();
        for (Message message : messages()) {
            if (message.isWarning() && !message.isAboutACode()) {
                notices.add(
                        new Notice(
                                message.listing(lines), message.content(), message.isDisclosure()));
            }
        }
        for (Json applied : applied()) {
            if (applied.optionalFlag("provisional").orElse(false)) {
                notices.add(
                        new Notice(
                                Optional.empty(),
                                "The shop has yet to check the discount "
                                        + label(applied.text("title")),
                                false));
            }
        }
        return notices;
    }

    Money total() {
        return sumOf("total");
    }

    Money goods() {
        return sumOf("subtotal");
    }

    Money tax() {
        return sumOf("tax");
    }

    /**
     * Delivery, and every other charge a business adds: what it calls a fee, or a name of its own.
     */
    Money delivery() {
        Money sum = zero();
        for (Json total : totals()) {
            boolean isCharge =
                    switch (total.text("type")) {
                        case "subtotal", "total", "tax", "discount", "items_discount" -> false;
                        default -> total.number("amount") > 0;
                    };
            sum = isCharge ? sum.plus(money(total)) : sum;
        }
        return sum;
    }

    /**
     * The discounts by name where the names account for all that was taken off, else the sums as
     * they stand.
     */
    List<Discount> discounts() {
        Money takenOff = zero();
        List<Discount> sums = new ArrayList<>();
        for (Json total : totals()) {
            String type = total.text("type");
            if (total.number("amount") < 0 && !type.equals("total")) {
                Money amount = money(total).negated();
                takenOff = takenOff.plus(amount);
                sums.add(
                        new Discount(
                                label(total.optionalText("display_text").orElse(type)), amount));
            }
        }
        List<Discount> named = new ArrayList<>();
        Money sum = zero();
        for (Json applied : applied()) {
            Money amount = money(applied);
            sum = sum.plus(amount);
            if (amount.isPositive()) {
                named.add(new Discount(label(applied.text("title")), amount));
            }
        }
        return sum.equals(takenOff) ? named : sums;
    }

    /** The lines in the order of the request, before discounts, as the subtotal is. */
    List<QuotedLine> lines(List<OrderLine> requested) {
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : requested) {
            Json stated =
                    json.list("line_items").stream()
                            .filter(item -> item.at("item").text("id").equals(line.upstreamId()))
                            .findFirst()
                            .orElseThrow(() ->
                                    new Drifted(
                                            "the checkout lacks the line " + line.upstreamId()));
            Json subtotal =
                    stated.list("totals").stream()
                            .filter(total -> total.text("type").equals("subtotal"))
                            .findFirst()
                            .orElseThrow(
                                    () -> new Drifted(stated.path() + ".totals: has no subtotal"));
            quoted.add(
                    new QuotedLine(
                            line, money(stated.at("item").number("price")), money(subtotal)));
        }
        return quoted;
    }

    boolean holds(List<OrderLine> lines) {
        Map<String, Long> wanted = new TreeMap<>();
        lines.forEach(line -> wanted.merge(line.upstreamId(), (long) line.quantity(), Long::sum));
        Map<String, Long> held = new TreeMap<>();
        json.list("line_items")
                .forEach(line ->
                        held.merge(line.at("item").text("id"), line.number("quantity"), Long::sum));
        return held.equals(wanted);
    }

    List<Message> messages() {
        return Message.of(json);
    }

    List<Message> errors() {
        return messages().stream().filter(Message::isError).toList();
    }

    /**
     * Codes that were sent and not applied, with the business's reason where it gives one for that
     * very code.
     */
    List<RefusedCode> refusedCodes(List<String> sent) {
        List<RefusedCode> refused = new ArrayList<>();
        for (int i = 0; i < sent.size(); i++) {
            String code = sent.get(i);
            if (!isApplied(code)) {
                int index = i;
                String reason =
                        messages().stream()
                                .filter(message -> isAbout(message, code, index))
                                .map(Message::whyTheCodeIsRefused)
                                .findFirst()
                                .orElse("the shop did not apply it");
                refused.add(new RefusedCode(code, reason));
            }
        }
        return refused;
    }

    /** A path is not required of a warning; its text then names the code. */
    private static boolean isAbout(Message message, String code, int index) {
        OptionalInt stated = message.discountCode();
        return stated.isPresent()
                ? stated.getAsInt() == index
                : message.isAboutACode()
                        && message.content()
                                .toLowerCase(Locale.ROOT)
                                .contains(code.toLowerCase(Locale.ROOT));
    }

    private boolean isApplied(String code) {
        return applied().stream()
                .anyMatch(
                        applied -> applied.optionalText("code").orElse("").equalsIgnoreCase(code));
    }

    Optional<String> orderId() {
        return json.optional("order").map(order -> order.text("id"));
    }

    Optional<URI> continueAt() {
        return json.optionalText("continue_url").flatMap(WebAddress::of);
    }

    Optional<Instant> expires() {
        try {
            return json.optionalText("expires_at")
                    .map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException unreadable) {
            throw new Drifted("$.expires_at: expected a date and time", unreadable);
        }
    }

    private List<Json> applied() {
        return json.optional("discounts")
                .map(discounts -> discounts.optionalList("applied"))
                .orElse(List.of());
    }

    private List<Json> totals() {
        return json.list("totals");
    }

    private Money sumOf(String type) {
        return totals().stream()
                .filter(total -> total.text("type").equals(type))
                .map(this::money)
                .reduce(zero(), Money::plus);
    }

    private Money money(Json amounts) {
        return money(amounts.number("amount"));
    }

    private Money money(long amount) {
        return Translate.money(amount, json.text("currency"), json.path());
    }

    private Money zero() {
        return money(0);
    }

    private static String label(String text) {
        return PlainText.of(text, LABEL);
    }
}
