package com.truecart.search.analysis;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A measure or a number of pieces somewhere in a text.
 *
 * <p>Equal are measures in units that are decimal multiples of each other ("1.5L", "1500 毫升"), and
 * whatever counts the same number of pieces ("x 6", "6 cans", "6罐裝", "6's"). Ounces and pounds stay
 * what they are, since what is printed beside them is rounded. The catty is left out: it is 500 g
 * in one place and 604.79 g in another. So are metres and seconds: 3M is a brand and 5S a model.
 *
 * @param start where it begins in the folded text
 * @param end where it ends, exclusive
 * @param form the one spelling of all equal sizes: "1500ml", "6pcs"
 */
record Size(int start, int end, String form) {

    private record Unit(String name, int times) {}

    private static final String PIECES = "pcs";

    private static final int MOST_DIGITS_OF_PIECES = 3;
    private static final int MOST_DIGITS_OF_CONTAINERS = 2;
    private static final Set<String> CONTAINERS =
            Set.of("box", "can", "bag", "bottle", "pack", "packet");

    private static final Pattern THOUSANDS = Pattern.compile("\\d{4,}");

    private static final Map<String, Unit> UNITS = new HashMap<>();

    static {
        spell("ml", 1, "ml cc 毫升 亳升");
        spell("ml", 10, "cl");
        spell("ml", 1_000, "l lt ltr ltrs litre litres liter liters 公升 升");
        spell("mg", 1, "mg 毫克");
        spell("g", 1, "g gm gms gr gram grams 克 公克");
        spell("g", 1_000, "kg kgs kilo kilos kilogram kilograms 公斤 千克");
        spell("oz", 1, "oz ounce ounces 安士 盎司");
        spell("lb", 1, "lb lbs pound pounds 磅");
        spell("mm", 1, "mm 毫米");
        spell("mm", 10, "cm cms 厘米 公分");
        spell("inch", 1, "inch inches 吋 英寸");
        spell("mhz", 1, "mhz");
        spell("mhz", 1_000, "ghz");
        spell("w", 1, "w watt watts");
        spell("w", 1_000, "kw");
        spell("mb", 1, "mb");
        spell("gb", 1, "gb");
        spell("tb", 1, "tb");
        spell("mah", 1, "mah");
        spell(PIECES, 1, "pc pcs piece pieces 's pack packs pk packet packets can cans");
        spell(PIECES, 1, "bottle bottles bag bags box boxes roll rolls sheet sheets slice slices");
        spell(PIECES, 1, "tablet tablets capsule capsules sachet sachets count counts");
        spell(PIECES, 1, "片 件 个 粒 枚 张 只 支 枝 包 罐 瓶 盒 袋 卷 条 樽 杯 贴 抽 块");
        spell(PIECES, 1, "片装 件装 个装 粒装 枚装 张装 只装 支装 枝装 包装 罐装 瓶装 盒装 袋装 卷装 条装 樽装 杯装 块装");
    }

    private static final String NUMBER = "(\\d{1,3}(?:,\\d{3})+|\\d{1,6}(?:\\.\\d{1,3})?)";

    /** Not inside a word, a number or a model number ("WH-1000"). */
    private static final String NOT_INSIDE = "(?<![a-z0-9.,])(?<![a-z]-)";

    /** The same, but behind "6x" or "6*". */
    private static final String BEHIND_TIMES = "(?<=(?<![a-z0-9])[0-9]{1,3}x)";

    private static final Pattern MEASURE =
            Pattern.compile(
                    "(?:"
                            + NOT_INSIDE
                            + "|"
                            + BEHIND_TIMES
                            + ")"
                            + NUMBER
                            + "[\\s-]?("
                            + spellings("")
                            + ")(?![0-9])");

    private static final Pattern TIMES_BEFORE =
            Pattern.compile(NOT_INSIDE + "(\\d{1,3})\\s?[x×*]\\s?\\z");

    private static final Pattern TIMES_AFTER =
            Pattern.compile(
                    "\\s?[x×*]\\s?(\\d{1,3})(?:[\\s-]?(?:"
                            + spellings(PIECES)
                            + "))?(?![a-z0-9.,])");

    private static void spell(String unit, int times, String spellings) {
        for (String spelling : spellings.split(" ", -1)) {
            UNITS.put(spelling, new Unit(unit, times));
        }
    }

    /** The longest first; those of letters end where the word does. */
    private static String spellings(String unit) {
        return UNITS.entrySet().stream()
                .filter(spelling -> spelling.getValue().name().startsWith(unit))
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(spelling ->
                        spelling.charAt(spelling.length() - 1) <= 'z'
                                ? spelling + "(?![a-z])"
                                : spelling)
                .collect(Collectors.joining("|"));
    }

    /** The sizes of a text, in its order. */
    static List<Size> in(String folded) {
        List<Size> sizes = new ArrayList<>();
        Matcher measure = MEASURE.matcher(folded);
        int from = 0;
        while (measure.find(from)) {
            if (!isOne(measure)) {
                from = measure.end();
                continue;
            }
            Matcher before = TIMES_BEFORE.matcher(folded).region(from, measure.start());
            if (before.useTransparentBounds(true).find()) {
                sizes.add(new Size(before.start(), before.end(), before.group(1) + PIECES));
            }
            sizes.add(new Size(measure.start(), measure.end(), form(measure)));
            from = measure.end();
            Matcher after = TIMES_AFTER.matcher(folded).region(from, folded.length());
            if (after.lookingAt()) {
                sizes.add(new Size(from, after.end(), after.group(1) + PIECES));
                from = after.end();
            }
        }
        return sizes;
    }

    /**
     * Nobody sells a thousand pieces or litres, a hundred "box" or 2,687 watts, but "Socket 1156
     * Box", "Socket 775 Box", the Xeons E3-1265L and E5-2687W are for sale.
     */
    private static boolean isOne(Matcher measure) {
        Unit unit = unit(measure);
        String number = measure.group(1);
        if (unit.name().equals(PIECES)) {
            return number.length()
                    <= (CONTAINERS.contains(measure.group(2))
                            ? MOST_DIGITS_OF_CONTAINERS
                            : MOST_DIGITS_OF_PIECES);
        }
        if (!THOUSANDS.matcher(number).matches()) {
            return true;
        }
        boolean areLitres = unit.name().equals("ml") && unit.times() == 1_000;
        boolean areOddWatts = unit.name().equals("w") && !number.endsWith("0");
        return !areLitres && !areOddWatts;
    }

    private static Unit unit(Matcher measure) {
        return requireNonNull(UNITS.get(measure.group(2)));
    }

    private static String form(Matcher measure) {
        Unit unit = unit(measure);
        BigDecimal number =
                new BigDecimal(measure.group(1).replace(",", ""))
                        .multiply(BigDecimal.valueOf(unit.times()))
                        .stripTrailingZeros();
        return number.toPlainString() + unit.name();
    }
}
