package com.truecart.connector.jsonld;

import com.truecart.kit.PrintedPrices;
import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What one offer of a page asks for: schema.org's {@code price} and {@code priceSpecification}.
 *
 * <p>The active price has no {@code priceType} and no {@code validForMemberTier}; a struck-through
 * one has {@code StrikethroughPrice} (older pages: {@code ListPrice}); a member price has a tier.
 * Source: developers.google.com, merchant listing structured data.
 *
 * @param price what everybody pays now
 * @param listPrice struck through beside it
 * @param memberPrices lower ones under a condition
 * @param hasTax false where the page says that tax comes on top
 */
record Pricing(
        Money price, Optional<Money> listPrice, List<Promotion> memberPrices, boolean hasTax) {

    private static final List<String> LIST_TYPES =
            List.of("strikethroughprice", "listprice", "regularprice");

    /**
     * Reads an offer.
     *
     * @param parents who may state the currency in its stead: the aggregate offer, the product
     * @param fallback the currency of what names none
     * @param key names the offer in the refs of its member prices
     * @throws IllegalArgumentException beginning with the property that cannot be used
     */
    static Pricing of(
            Thing offer,
            List<Thing> parents,
            Optional<Currency> fallback,
            Instant now,
            String key,
            String language) {
        List<Thing> specifications =
                offer.things("priceSpecification").stream()
                        .filter(each -> Dates.validity(each).holdsAt(now))
                        .toList();
        Optional<String> parental =
                parents.stream().flatMap(each -> each.text("priceCurrency").stream()).findFirst();
        Optional<String> stated =
                offer.text("priceCurrency")
                        .or(() ->
                                specifications.stream()
                                        .flatMap(each -> each.text("priceCurrency").stream())
                                        .findFirst())
                        .or(() -> parental);
        Amounts amounts = new Amounts(stated, fallback);
        Optional<Money> active =
                specifications.stream()
                        .filter(Pricing::isActive)
                        .flatMap(each -> amounts.in(each, "price").stream())
                        .findFirst();
        Money price =
                amounts.in(offer, "price")
                        .or(() -> active)
                        .or(() -> evenRange(offer, amounts))
                        .orElseThrow(() -> missing(offer, specifications));
        requireAPrice(price);
        if (active.isPresent() && active.get().compareTo(price) != 0) {
            throw new IllegalArgumentException(
                    "priceSpecification: says " + active.get() + " where price says " + price);
        }
        Optional<Money> list =
                LIST_TYPES.stream()
                        .flatMap(type ->
                                specifications.stream()
                                        .filter(each -> type(each).equals(type))
                                        .flatMap(each -> amounts.in(each, "price").stream()))
                        .findFirst()
                        .filter(struck -> struck.compareTo(price) > 0);
        List<Promotion> members = new ArrayList<>();
        for (Thing each : specifications) {
            if (each.has("validForMemberTier")) {
                amounts.in(each, "price")
                        .filter(lower -> lower.compareTo(price) < 0)
                        .ifPresent(lower -> members.add(member(each, lower, key, language)));
            }
        }
        boolean hasTax =
                !"false"
                        .equalsIgnoreCase(
                                offer.text("valueAddedTaxIncluded")
                                        .or(() ->
                                                specifications.stream()
                                                        .flatMap(each ->
                                                                each
                                                                        .text(
                                                                                "valueAddedTaxIncluded")
                                                                        .stream())
                                                        .findFirst())
                                        .orElse("true"));
        return new Pricing(price, list, members, hasTax);
    }

    /** A "range" from one price to the same is that price. */
    private static Optional<Money> evenRange(Thing offer, Amounts amounts) {
        Optional<Money> low = amounts.in(offer, "lowPrice");
        return low.isPresent() && low.equals(amounts.in(offer, "highPrice"))
                ? low
                : Optional.empty();
    }

    private static void requireAPrice(Money price) {
        if (price.isNegative()) {
            throw new IllegalArgumentException("price: must not be negative, is " + price);
        }
        if (price.isZero()) {
            throw new IllegalArgumentException(
                    "price: is nothing, which shops write for \"on request\"");
        }
    }

    /** A price per measure, without the pack it is for, is no price of the pack. */
    private static boolean isActive(Thing specification) {
        boolean perMeasure =
                specification
                        .thing("referenceQuantity")
                        .filter(quantity -> !quantity.has("valueReference"))
                        .isPresent();
        String type = type(specification);
        return !specification.has("validForMemberTier")
                && (type.isEmpty() || type.equals("saleprice"))
                && !perMeasure
                && !specification.is("DeliveryChargeSpecification", "PaymentChargeSpecification")
                && !specification.has("eligibleQuantity");
    }

    private static String type(Thing specification) {
        return specification
                .text("priceType")
                .map(text -> Value.bare(text).toLowerCase(Locale.ROOT))
                .orElse("");
    }

    private static IllegalArgumentException missing(Thing offer, List<Thing> specifications) {
        if (offer.has("lowPrice")) {
            return new IllegalArgumentException(
                    "offers: only a range from "
                            + offer.text("lowPrice").orElse("")
                            + offer.text("highPrice").map(high -> " to " + high).orElse("")
                            + " is stated; nobody can buy at a range");
        }
        return new IllegalArgumentException(
                specifications.isEmpty() && !offer.has("priceSpecification")
                        ? "price: is missing"
                        : "priceSpecification: none is a price for everybody now");
    }

    private static Promotion member(Thing specification, Money price, String key, String language) {
        Optional<Thing> tier = specification.thing("validForMemberTier");
        String programme =
                tier.flatMap(each -> each.text("name"))
                        .or(() -> specification.text("validForMemberTier").map(Value::bare))
                        .or(() -> tier.flatMap(Thing::id).map(Value::bare))
                        .orElse("member");
        return new Promotion(
                key + ":member:" + programme,
                Localized.of(language, programme),
                Promotion.Stage.ITEM,
                new Scope.ThisOffer(),
                new Trigger.Member(programme),
                new Benefit.UnitPrice(price, Optional.empty()),
                Dates.validity(specification),
                Promotion.Evidence.STATED);
    }

    /** Amounts in the currency a page states, or in the connection's. */
    private record Amounts(Optional<String> stated, Optional<Currency> fallback) {

        Optional<Money> in(Thing thing, String property) {
            return thing.text(property).map(text -> money(thing, property, text));
        }

        private Money money(Thing thing, String property, String text) {
            Optional<Currency> own =
                    thing.text("priceCurrency").or(() -> stated).map(Amounts::currency);
            try {
                return PrintedPrices.read(text, own);
            } catch (IllegalArgumentException problem) {
                String reason = String.valueOf(problem.getMessage());
                if (own.isEmpty() && reason.startsWith("states no currency")) {
                    return assumed(property, text);
                }
                throw new IllegalArgumentException(property + ": " + reason, problem);
            }
        }

        private Money assumed(String property, String text) {
            if (fallback.isEmpty()) {
                throw new IllegalArgumentException(
                        "priceCurrency: is missing; fill in the connection's currency if all its"
                                + " prices are in one");
            }
            try {
                return PrintedPrices.read(text, fallback);
            } catch (IllegalArgumentException problem) {
                throw new IllegalArgumentException(property + ": " + problem.getMessage(), problem);
            }
        }

        private static Currency currency(String code) {
            try {
                return Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException unknown) {
                throw new IllegalArgumentException(
                        "priceCurrency: expected an ISO 4217 code, found \"" + code + "\"",
                        unknown);
            }
        }
    }
}
