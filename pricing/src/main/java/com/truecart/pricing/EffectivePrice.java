package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What some units of one offer really cost, with the proof.
 *
 * @param quantity how many units this is for
 * @param list the list price of all units
 * @param steps from the list price to the payable amount; refused where they do not add up
 * @param payable what is paid now, with delivery where it is known
 * @param delivery the fee inside {@code payable}; empty where it is unknown or not asked for
 * @param gifts what comes on top, never inside the amount
 * @param valueBack what comes back later, never inside the amount
 * @param notApplied promotions that are not in the amount, and why
 * @param isProvenBest false where a better combination may exist that was not looked at
 * @param asOf the moment this was worked out for
 */
public record EffectivePrice(
        int quantity,
        Money list,
        List<PriceStep> steps,
        Money payable,
        Optional<Money> delivery,
        List<GiftNote> gifts,
        List<ValueBackNote> valueBack,
        List<NotApplied> notApplied,
        boolean isProvenBest,
        Instant asOf) {

    public EffectivePrice {
        if (quantity < 1) {
            throw new IllegalArgumentException("quantity: must be at least 1, is " + quantity);
        }
        steps = List.copyOf(steps);
        gifts = List.copyOf(gifts);
        valueBack = List.copyOf(valueBack);
        notApplied = List.copyOf(notApplied);
        PriceStep.requireAddUp(list, steps, payable);
    }

    /** The payable amount without delivery. */
    public Money goods() {
        return delivery.map(payable::minus).orElse(payable);
    }

    /** The goods' price for one unit, rounded for display. */
    public Money perUnit() {
        return goods().dividedBy(quantity, RoundingMode.HALF_UP);
    }

    /**
     * The goods' price for a kilogram, a litre or a piece, rounded half up for display; empty where
     * nobody knows how much is in a unit.
     *
     * @param article what is known of the offer this is the price of
     */
    public Optional<PerMeasure> perMeasure(Article article) {
        return article.contents()
                .map(contents ->
                        new PerMeasure(
                                new Money(
                                        BigDecimal.valueOf(goods().minor())
                                                .multiply(
                                                        BigDecimal.valueOf(
                                                                contents.unit().reference()))
                                                .divide(
                                                        BigDecimal.valueOf(contents.amount())
                                                                .multiply(
                                                                        BigDecimal.valueOf(
                                                                                quantity)),
                                                        0,
                                                        RoundingMode.HALF_UP)
                                                .longValueExact(),
                                        goods().currency()),
                                contents.unit()));
    }

    /**
     * How far the goods are below their list price, in parts per million, rounded down; the key for
     * "biggest discount first". Tax that is added to the price is left aside, as the list price is
     * without it too.
     */
    public long discountPpm() {
        if (!list.isPositive()) {
            return 0;
        }
        Money untaxed =
                steps.stream()
                        .filter(step -> step.kind() == PriceStep.Kind.TAX)
                        .map(PriceStep::change)
                        .reduce(goods(), Money::minus);
        return BigInteger.valueOf(list.minus(untaxed).minor())
                .multiply(BigInteger.valueOf(Money.PPM))
                .divide(BigInteger.valueOf(list.minor()))
                .longValueExact();
    }

    /**
     * The promotions that apply or could, apart from those for the whole store: the ones that are
     * about this very offer, whether stated on it or on a list that names it.
     */
    public List<Promotion> promotionsNamingIt() {
        return Stream.concat(
                        steps.stream().flatMap(step -> step.promotion().stream()),
                        notApplied.stream()
                                .filter(EffectivePrice::isPossible)
                                .map(NotApplied::promotion))
                .filter(promotion -> !(promotion.scope() instanceof Scope.WholeStore))
                .distinct()
                .toList();
    }

    private static boolean isPossible(NotApplied one) {
        return switch (one.verdict()) {
            case Verdict.Met _, Verdict.Missed _ -> true;
            // of words nobody understands it is not even known whether they are about this offer
            case Verdict.Unknown(Verdict.Question question, String _) ->
                    question != Verdict.Question.WORDS;
            case Verdict.RuledOut(Verdict.Reason reason) ->
                    reason == Verdict.Reason.ANOTHER_SAVES_MORE
                            || reason == Verdict.Reason.DOES_NOT_COMBINE;
            case Verdict.Refused _ -> false;
        };
    }
}
