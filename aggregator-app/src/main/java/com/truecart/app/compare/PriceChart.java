package com.truecart.app.compare;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * A price history laid out for drawing: a step line per store, because a price holds until another
 * one is seen.
 *
 * @param hidden series that did not fit; a chart tells at most nine lines apart
 */
public record PriceChart(
        int width,
        int height,
        List<Line> lines,
        List<PriceTick> prices,
        List<TimeTick> times,
        int hidden) {

    /** As many as there are colours and dashes in the design system. */
    static final int MOST_LINES = 9;

    private static final int LEFT = 74;
    private static final int RIGHT = 26;
    private static final int TOP = 12;
    private static final int BOTTOM = 30;
    private static final int PRICE_STEPS = 4;

    /**
     * A store's line.
     *
     * @param number from 1; picks colour and dash, and is written at its end
     * @param path for an SVG path
     */
    public record Line(int number, Localized storeName, String path, double endX, double endY) {}

    /** A price on the vertical scale. */
    public record PriceTick(double y, Money price) {}

    /** A day on the horizontal scale. */
    public record TimeTick(double x, Instant at, String anchor) {}

    /** Lays a history that is not empty out on an area of this size. */
    static PriceChart of(PriceHistory history, int width, int height) {
        List<PriceHistory.Series> shown = history.series().stream().limit(MOST_LINES).toList();
        Currency currency = shown.getFirst().latest().price().currency();
        Scale time = timeScale(shown, width);
        PriceRange range = PriceRange.of(shown);
        Scale price = new Scale(range.from(), range.to(), height - BOTTOM, TOP);

        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(line(i + 1, shown.get(i), time, price));
        }
        List<PriceTick> prices = new ArrayList<>();
        for (long minor = range.from(); minor <= range.to(); minor += range.step()) {
            prices.add(new PriceTick(price.at(minor), new Money(minor, currency)));
        }
        return new PriceChart(
                width,
                height,
                spread(lines, height),
                prices,
                timeTicks(time, width < 500 ? 2 : 4),
                history.series().size() - shown.size());
    }

    public int left() {
        return LEFT;
    }

    public int right() {
        return width - RIGHT;
    }

    public int bottom() {
        return height - BOTTOM;
    }

    private static Line line(int number, PriceHistory.Series series, Scale time, Scale price) {
        StringBuilder path = new StringBuilder();
        double x = 0;
        double y = 0;
        for (PriceHistory.Point point : series.points()) {
            x = time.at(point.at().getEpochSecond());
            y = price.at(point.price().minor());
            path.append(
                    path.isEmpty()
                            ? String.format(Locale.ROOT, "M%.1f %.1f", x, y)
                            : String.format(Locale.ROOT, "H%.1fV%.1f", x, y));
        }
        if (series.points().size() == 1) {
            path.append(String.format(Locale.ROOT, "H%.1f", x + 4));
            x += 4;
        }
        return new Line(number, series.storeName(), path.toString(), x, y);
    }

    /** Moves the numbers at the line ends apart, so that each can be read. */
    private static List<Line> spread(List<Line> lines, int height) {
        List<Line> byHeight =
                lines.stream().sorted(Comparator.comparingDouble(Line::endY).reversed()).toList();
        List<Line> spread = new ArrayList<>();
        double lowestFree = height - BOTTOM;
        for (Line line : byHeight) {
            double y = Math.min(line.endY(), lowestFree);
            lowestFree = y - 13;
            spread.add(new Line(line.number(), line.storeName(), line.path(), line.endX(), y));
        }
        spread.sort(Comparator.comparingInt(Line::number));
        return List.copyOf(spread);
    }

    private static Scale timeScale(List<PriceHistory.Series> shown, int width) {
        long first =
                shown.stream()
                        .mapToLong(series -> series.points().getFirst().at().getEpochSecond())
                        .min()
                        .orElseThrow();
        long last =
                shown.stream()
                        .mapToLong(series -> series.latest().at().getEpochSecond())
                        .max()
                        .orElseThrow();
        long least = Duration.ofDays(1).toSeconds();
        return new Scale(Math.min(first, last - least), last, LEFT, width - RIGHT);
    }

    private static List<TimeTick> timeTicks(Scale time, int parts) {
        List<TimeTick> ticks = new ArrayList<>();
        long days = (time.to - time.from) / Duration.ofDays(1).toSeconds();
        int steps = Math.clamp(days, 1, parts);
        for (int i = 0; i <= steps; i++) {
            long second = time.from + (time.to - time.from) * i / steps;
            String anchor = i == 0 ? "start" : i == steps ? "end" : "middle";
            ticks.add(new TimeTick(time.at(second), Instant.ofEpochSecond(second), anchor));
        }
        return ticks;
    }

    /**
     * Round amounts around all prices; a price that never changes still gets a scale as wide as a
     * tenth of it.
     */
    private record PriceRange(long from, long to, long step) {
        static PriceRange of(List<PriceHistory.Series> shown) {
            long least = Long.MAX_VALUE;
            long most = 0;
            for (PriceHistory.Series series : shown) {
                least = Math.min(least, series.lowest().price().minor());
                most = Math.max(most, series.highest().price().minor());
            }
            long span = Math.max(most - least, most / 10);
            long step = niceStep(Math.max(1, Math.ceilDiv(span, PRICE_STEPS)));
            long from = Math.floorDiv(least, step) * step;
            long to = Math.max(from + step, Math.ceilDiv(most, step) * step);
            return new PriceRange(from, to, step);
        }
    }

    /** The next of 1, 2, 5, then 10, 20, 25, 50, 100, 200, 250 … that is not smaller. */
    private static long niceStep(long least) {
        for (long step : new long[] {1, 2, 5}) {
            if (step >= least) {
                return step;
            }
        }
        for (long power = 1; ; power *= 10) {
            for (long factor : new long[] {10, 20, 25, 50}) {
                if (power * factor >= least) {
                    return power * factor;
                }
            }
        }
    }

    private record Scale(long from, long to, double start, double end) {
        double at(long value) {
            double exact = start + (end - start) * (value - from) / Math.max(1, to - from);
            return Math.round(exact * 10) / 10.0;
        }
    }
}
