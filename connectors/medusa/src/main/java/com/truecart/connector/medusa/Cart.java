package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.Discount;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException.Drifted;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A cart as the shop sums it up, all amounts with tax. Pure. */
record Cart(Json json) {
    /** What a cart is asked for. */
    static final String FIELDS =
            Calls.encode(
                    String.join(
                            ",",
                            "id,currency_code,completed_at,total,original_item_total",
                            "item_discount_total,shipping_total,*items,*items.adjustments",
                            "*shipping_methods,*shipping_methods.adjustments"));

    /** Weights of shares are kept to this many decimals of a major unit. */
    private static final int WEIGHT_DECIMALS = 8;

    static Cart of(Json answer) {
        return new Cart(answer.at("cart"));
    }

    String id() {
        return json.text("id");
    }

    boolean isCompleted() {
        return json.optionalText("completed_at").isPresent();
    }

    Money payable() {
        return amount("total");
    }

    Money goods() {
        return amount("original_item_total");
    }

    /**
     * The fee after what the shop takes off it. Medusa adds up unrounded, so a cent can come of
     * rounding the parts: where no promotion can take it up, it is the fee's.
     */
    Money delivery() {
        Money rounded = amount("shipping_total");
        Money rest = goods().plus(rounded).minus(payable());
        boolean nothingOff = json.decimal("item_discount_total").signum() == 0;
        return nothingOff || rest.isNegative() ? payable().minus(goods()) : rounded;
    }

    /** What each code took off goods; codes that lowered the fee alone are not in it. */
    List<Discount> discounts() {
        Money all = goods().plus(delivery()).minus(payable());
        if (all.isZero()) {
            return List.of();
        }
        Map<String, BigDecimal> byCode = new TreeMap<>();
        for (Json item : json.list("items")) {
            for (Json adjustment : item.optionalList("adjustments")) {
                byCode.merge(
                        adjustment.optionalText("code").orElse("promotion"),
                        adjustment.decimal("amount"),
                        BigDecimal::add);
            }
        }
        if (byCode.values().stream().noneMatch(amount -> weight(amount) > 0)) {
            throw new Drifted("the cart takes " + all + " off its goods and does not say why");
        }
        List<Money> shares = all.allocate(byCode.values().stream().map(Cart::weight).toList());
        List<Discount> discounts = new ArrayList<>();
        for (String code : byCode.keySet()) {
            Money share = shares.get(discounts.size());
            discounts.add(new Discount(code, share));
        }
        return discounts.stream().filter(discount -> discount.amount().isPositive()).toList();
    }

    /** The codes that took something off, goods or fee. */
    Set<String> codesInEffect() {
        return Stream.of("items", "shipping_methods")
                .flatMap(field -> json.optionalList(field).stream())
                .flatMap(each -> each.optionalList("adjustments").stream())
                .flatMap(adjustment -> adjustment.optionalText("code").stream())
                .collect(Collectors.toSet());
    }

    /** Whether it holds exactly these lines. */
    boolean holds(List<OrderLine> lines) {
        Map<String, Integer> wanted = new TreeMap<>();
        lines.forEach(line -> wanted.merge(line.upstreamId(), line.quantity(), Integer::sum));
        Map<String, Integer> held = new TreeMap<>();
        json.list("items")
                .forEach(item -> held.merge(item.text("variant_id"), quantity(item), Integer::sum));
        return held.equals(wanted);
    }

    /** The lines in the order of the request, before promotions; they add up to the goods. */
    List<QuotedLine> lines(List<OrderLine> requested) {
        List<BigDecimal> exact =
                requested.stream()
                        .map(line -> unit(line).multiply(BigDecimal.valueOf(line.quantity())))
                        .toList();
        boolean isFree = exact.stream().allMatch(amount -> weight(amount) == 0);
        List<Money> totals =
                isFree
                        ? exact.stream().map(_ -> Money.zero(currency())).toList()
                        : goods().allocate(exact.stream().map(Cart::weight).toList());
        List<QuotedLine> quoted = new ArrayList<>();
        for (OrderLine line : requested) {
            quoted.add(
                    new QuotedLine(
                            line,
                            Amounts.rounded(unit(line), currency()),
                            totals.get(quoted.size())));
        }
        return quoted;
    }

    Currency currency() {
        return Amounts.currency(json, "currency_code");
    }

    /** What one unit costs with tax, as finely as the shop reckons. */
    private BigDecimal unit(OrderLine line) {
        return json.list("items").stream()
                .filter(item -> item.text("variant_id").equals(line.upstreamId()))
                .findFirst()
                .map(item ->
                        item.decimal("original_total")
                                .divide(
                                        BigDecimal.valueOf(quantity(item)),
                                        WEIGHT_DECIMALS,
                                        RoundingMode.HALF_UP))
                .orElseThrow(() ->
                        new Drifted(
                                "the cart lacks variant "
                                        + line.upstreamId()
                                        + " although it was added"));
    }

    private Money amount(String field) {
        return Amounts.rounded(json, field, currency());
    }

    private static long weight(BigDecimal amount) {
        return amount.setScale(WEIGHT_DECIMALS, RoundingMode.HALF_UP)
                .unscaledValue()
                .longValueExact();
    }

    private static int quantity(Json item) {
        return Math.toIntExact(item.number("quantity"));
    }
}
