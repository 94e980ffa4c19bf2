package com.truecart.kit;

import com.truecart.kit.TitleAmounts.Amount;
import com.truecart.kit.TitleAmounts.Kind;
import com.truecart.model.Contents;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads how much is in one unit out of a listing's title: "330ml x 6", "500克", "100 tablets".
 *
 * <p>A title that contradicts itself, or leaves open whether a weight is that of one piece or of
 * all ("12 slices 250g"), says nothing. Neither does one whose contents are no whole number of
 * grams or millilitres ("37.5g"): rounding them would move the price per kilogram.
 */
public final class PackSize {

    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    /** What a title says in one place, and the numbers there that say how often. */
    private record Reading(Kind kind, BigDecimal amount, Set<BigDecimal> times) {
        Reading {
            times = Set.copyOf(times);
        }

        Reading timesAlso(BigDecimal number) {
            Set<BigDecimal> more = new HashSet<>(times);
            more.add(number);
            return new Reading(kind, amount.multiply(number), more);
        }
    }

    private PackSize() {}

    /** The contents of one unit as the title states them; empty where it does not say clearly. */
    public static Optional<Contents> of(String title) {
        return TitleAmounts.in(title).flatMap(PackSize::readings).flatMap(PackSize::settled);
    }

    /** Every amount the title states; empty where one of them cannot be understood. */
    private static Optional<List<Reading>> readings(TitleAmounts stated) {
        List<Reading> readings = new ArrayList<>();
        List<List<Amount>> products = stated.products();
        for (int i = 0; i < products.size(); i++) {
            List<Amount> product = products.get(i);
            if (product.stream().noneMatch(Amount::isUsable)) {
                if (isPlainProduct(product)) {
                    return Optional.empty();
                }
                continue;
            }
            Optional<Reading> reading = multiplied(product);
            if (reading.isEmpty()) {
                return Optional.empty();
            }
            Reading read = reading.get();
            if (i + 1 < products.size() && isHowOften(read, product, products.get(i + 1), stated)) {
                BigDecimal often = products.get(++i).getFirst().number();
                if (read.times().isEmpty()) {
                    read = read.timesAlso(often);
                } else if (!read.times().contains(often)) {
                    return Optional.empty();
                }
            }
            readings.add(read);
        }
        if (readings.isEmpty()) {
            stated.trailingTimes()
                    .ifPresent(times -> readings.add(new Reading(Kind.PIECE, times, Set.of())));
        }
        return stated.wordCount().stream()
                        .allMatch(count -> readings.stream().anyMatch(each -> says(each, count)))
                ? Optional.of(readings)
                : Optional.empty();
    }

    /** "4 x 6": nobody knows of what. */
    private static boolean isPlainProduct(List<Amount> product) {
        return product.size() > 1
                && product.stream().allMatch(amount -> amount.kind() == Kind.NONE);
    }

    private static boolean says(Reading reading, BigDecimal count) {
        return reading.times().contains(count)
                || (reading.kind() == Kind.PIECE && reading.amount().compareTo(count) == 0);
    }

    private static Optional<Reading> multiplied(List<Amount> product) {
        boolean hasForeign = product.stream().anyMatch(amount -> amount.kind() == Kind.OTHER);
        // of "30 x 40 cm x 20 pcs" only what has a unit of ours is left
        List<Amount> ours =
                product.stream().filter(amount -> !hasForeign || amount.isUsable()).toList();
        List<Amount> weighed = ours.stream().filter(Amount::isWeighed).toList();
        if (weighed.size() > 1) {
            return Optional.empty();
        }
        Amount base =
                weighed.isEmpty()
                        ? ours.stream().filter(Amount::isUsable).findFirst().orElseThrow()
                        : weighed.getFirst();
        Reading reading =
                new Reading(weighed.isEmpty() ? Kind.PIECE : base.kind(), base.number(), Set.of());
        for (Amount amount : ours) {
            if (!amount.equals(base)) {
                reading = reading.timesAlso(amount.number());
            }
        }
        return Optional.of(reading);
    }

    /** Whether the next statement says how often this one is there: "330毫升 6罐裝". */
    private static boolean isHowOften(
            Reading reading, List<Amount> product, List<Amount> next, TitleAmounts stated) {
        if (next.size() > 1 || !stated.isAdjacent(product.getLast(), next.getFirst())) {
            return false;
        }
        return switch (next.getFirst().kind()) {
            case CONTAINER -> true;
            // "280g 10 packs" leaves open what is weighed
            case PACK -> reading.kind() != Kind.GRAM;
            case GRAM, MILLILITRE, PIECE, NONE, OTHER -> false;
        };
    }

    private static Optional<Contents> settled(List<Reading> readings) {
        List<Reading> weighed =
                readings.stream().filter(each -> each.kind() != Kind.PIECE).toList();
        List<Reading> counted =
                readings.stream().filter(each -> each.kind() == Kind.PIECE).toList();
        List<Reading> stated = weighed.isEmpty() ? counted : weighed;
        if (stated.isEmpty()
                || stated.stream().anyMatch(each -> differs(each, stated.getFirst()))) {
            return Optional.empty();
        }
        Set<BigDecimal> times = new HashSet<>();
        weighed.stream().flatMap(each -> each.times().stream()).forEach(times::add);
        boolean isOpenWhatIsWeighed =
                !weighed.isEmpty()
                        && counted.stream()
                                .flatMap(each ->
                                        Stream.concat(
                                                Stream.of(each.amount()), each.times().stream()))
                                .anyMatch(count -> !times.contains(count));
        return isOpenWhatIsWeighed ? Optional.empty() : whole(stated.getFirst());
    }

    private static boolean differs(Reading one, Reading other) {
        return one.kind() != other.kind() || one.amount().compareTo(other.amount()) != 0;
    }

    private static Optional<Contents> whole(Reading reading) {
        BigDecimal amount = reading.amount().stripTrailingZeros();
        if (amount.scale() > 0 || amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
            return Optional.empty();
        }
        return unit(reading.kind()).map(unit -> new Contents(amount.longValueExact(), unit));
    }

    private static Optional<Contents.Unit> unit(Kind kind) {
        return switch (kind) {
            case GRAM -> Optional.of(Contents.Unit.GRAM);
            case MILLILITRE -> Optional.of(Contents.Unit.MILLILITRE);
            case PIECE -> Optional.of(Contents.Unit.PIECE);
            case PACK, CONTAINER, NONE, OTHER -> Optional.empty();
        };
    }
}
