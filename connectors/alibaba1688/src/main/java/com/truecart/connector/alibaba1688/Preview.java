package com.truecart.connector.alibaba1688;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order as 1688 would make it now. Pure. Its sums are fen, its lines are yuan: {@code
 * "sumPayment":4400,"sumCarriage":800,"cargoList":[{"amount":36,"finalUnitPrice":18}]}.
 */
record Preview(Json json) {
    private static final int LABEL = 200;

    /** Why it cannot be ordered so; empty where it can. */
    Optional<String> obstacle() {
        if (!json.optionalFlag("status").orElse(true)) {
            return Optional.of(
                    PlainText.of(
                            json.optionalText("message").orElse("1688 gives no reason"), LABEL));
        }
        boolean isForPagesOnly =
                json.optional("tradeModeNameList")
                        .filter(modes -> modes.entries().isEmpty())
                        .isPresent();
        return isForPagesOnly
                ? Optional.of("can be ordered on 1688's own pages only")
                : Optional.empty();
    }

    /** The way of buying it was worked out for. */
    String flow() {
        return json.optionalText("flowFlag").orElse("general");
    }

    Money payable() {
        return fen("sumPayment");
    }

    Money goods() {
        return cargo().values().stream()
                .map(one -> yuan(one, "amount"))
                .reduce(Money::plus)
                .orElseThrow(() -> new Drifted(json.path() + ".cargoList: is empty"));
    }

    /** Freight, and what is added beside it. */
    Money delivery() {
        Money carriage = fen("sumCarriage");
        return json.optional("additionalFee").isPresent()
                ? carriage.plus(fen("additionalFee"))
                : carriage;
    }

    /** What goods and delivery come to more than is asked: the seller's promotions, as one sum. */
    List<Discount> discounts() {
        Money off = goods().plus(delivery()).minus(payable());
        String names =
                String.join(
                        "、",
                        json.optionalList("shopPromotionList").stream()
                                .filter(one -> one.optionalFlag("selected").orElse(false))
                                .flatMap(one -> one.optionalText("text").stream())
                                .toList());
        return off.isPositive()
                ? List.of(new Discount(names.isEmpty() ? "优惠" : PlainText.of(names, LABEL), off))
                : List.of();
    }

    /** The lines in the order of the request; one spec asked for twice is shared out by units. */
    List<QuotedLine> lines(List<OrderLine> requested) {
        Map<String, Json> cargo = cargo();
        Map<String, List<OrderLine>> byKey = new LinkedHashMap<>();
        requested.forEach(
                line -> byKey.computeIfAbsent(line.upstreamId(), _ -> new ArrayList<>()).add(line));
        Map<String, List<Money>> totals = new LinkedHashMap<>();
        byKey.forEach((key, lines) -> {
            Json one = cargo.get(key);
            if (one == null) {
                throw new Drifted("the preview lacks " + key + " although it was asked for");
            }
            totals.put(
                    key,
                    new ArrayList<>(
                            yuan(one, "amount")
                                    .allocate(
                                            lines.stream()
                                                    .map(line -> (long) line.quantity())
                                                    .toList())));
        });
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : requested) {
            List<Money> left = totals.getOrDefault(line.upstreamId(), List.of());
            Json one = cargo.get(line.upstreamId());
            if (one != null) {
                quoted.add(new QuotedLine(line, yuan(one, "finalUnitPrice"), left.removeFirst()));
            }
        }
        return quoted;
    }

    private Map<String, Json> cargo() {
        Map<String, Json> cargo = new LinkedHashMap<>();
        for (Json one : json.list("cargoList")) {
            cargo.put(new Sku(one.id("offerId"), one.optionalText("specId")).key(), one);
        }
        return cargo;
    }

    private Money fen(String field) {
        return new Money(json.number(field), Translate.CNY);
    }

    static Money yuan(Json holder, String field) {
        BigDecimal amount = holder.decimal(field);
        try {
            return Money.ofMajor(amount, Translate.CNY);
        } catch (ArithmeticException tooFine) {
            throw new Drifted(
                    holder.path()
                            + "."
                            + field
                            + ": expected at most two decimals, found "
                            + amount,
                    tooFine);
        }
    }
}
