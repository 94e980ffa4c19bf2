package com.truecart.model;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An exact amount of one currency, counted in its minor unit (cents, fen; yen for JPY).
 *
 * <p>Arithmetic is exact: it throws {@link ArithmeticException} instead of overflowing, and {@link
 * IllegalArgumentException} where two currencies meet. Whatever must round names its {@link
 * RoundingMode}.
 *
 * @param minor the amount in minor units; may be negative
 * @param currency the ISO 4217 currency
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    /** One million parts: the unit in which rates are stated, so that 12.5 % is 125,000. */
    public static final long PPM = 1_000_000;

    public Money {
        requireNonNull(currency, "currency");
    }

    /** Minor units of the currency with this ISO 4217 code. */
    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    /** Nothing, in the given currency. */
    public static Money zero(Currency currency) {
        return new Money(0, currency);
    }

    /**
     * An amount written in major units ("12.90").
     *
     * @throws ArithmeticException where the number has more decimals than the currency
     */
    public static Money ofMajor(BigDecimal major, Currency currency) {
        return new Money(
                major.movePointRight(currency.getDefaultFractionDigits()).longValueExact(),
                currency);
    }

    /** The amount in major units, with as many decimals as the currency has. */
    public BigDecimal major() {
        return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(minor, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /**
     * The share of this amount at a rate in parts per million ({@link #PPM} is all of it), rounded
     * to the minor unit as named.
     */
    public Money share(long ratePpm, RoundingMode rounding) {
        BigInteger exact = BigInteger.valueOf(minor).multiply(BigInteger.valueOf(ratePpm));
        return new Money(
                new BigDecimal(exact).divide(BigDecimal.valueOf(PPM), 0, rounding).longValueExact(),
                currency);
    }

    /** This amount divided by a count, rounded to the minor unit as named. */
    public Money dividedBy(long divisor, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minor)
                        .divide(BigDecimal.valueOf(divisor), 0, rounding)
                        .longValueExact(),
                currency);
    }

    /**
     * Splits this amount in proportion to the weights, so that the parts add up to the whole:
     * largest remainder, ties to the earlier weight.
     *
     * @param weights none negative, at least one positive
     */
    public List<Money> allocate(List<Long> weights) {
        if (weights.stream().anyMatch(weight -> weight < 0)) {
            throw new IllegalArgumentException("a weight is negative: " + weights);
        }
        BigInteger total =
                weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
        if (total.signum() == 0) {
            throw new IllegalArgumentException("no weight is positive: " + weights);
        }
        BigInteger whole = BigInteger.valueOf(Math.absExact(minor));
        long[] parts = new long[weights.size()];
        BigInteger[] remainders = new BigInteger[weights.size()];
        long left = whole.longValueExact();
        for (int i = 0; i < parts.length; i++) {
            BigInteger[] divided =
                    whole.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(total);
            parts[i] = divided[0].longValueExact();
            remainders[i] = divided[1];
            left -= parts[i];
        }
        List<Integer> byRemainder =
                IntStream.range(0, parts.length)
                        .boxed()
                        .sorted(
                                Comparator.comparing((Integer i) -> remainders[i])
                                        .reversed()
                                        .thenComparing(Comparator.naturalOrder()))
                        .toList();
        for (int i = 0; i < left; i++) {
            parts[byRemainder.get(i)]++;
        }
        List<Money> shares = new ArrayList<>();
        for (long part : parts) {
            shares.add(new Money(minor < 0 ? -part : part, currency));
        }
        return List.copyOf(shares);
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Money max(Money other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    /** Orders amounts of one currency; two currencies have no order and are refused. */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    /** For people who read logs and tests: "HKD 12.90". Pages format by locale instead. */
    @Override
    public String toString() {
        return currency.getCurrencyCode() + " " + major().toPlainString();
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + this + " with " + other);
        }
        return other;
    }
}
