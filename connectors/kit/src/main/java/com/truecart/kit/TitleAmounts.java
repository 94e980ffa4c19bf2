package com.truecart.kit;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The numbers of a listing's title with what each counts, those joined by a multiplication sign
 * together.
 *
 * @param title folded: half-width, lower case, single spaces
 * @param products in the order of the title, each of at least one amount
 */
record TitleAmounts(String title, List<List<Amount>> products) {

    /** What a number counts. */
    enum Kind {
        GRAM,
        MILLILITRE,
        /** Sheets, tablets, bags of tea: beside a weight it is open what is weighed. */
        PIECE,
        /** Wrapped by itself: after a number of sheets or a volume it says how often. */
        PACK,
        /** Never part of what is inside: after any amount it says how often. */
        CONTAINER,
        /** A number alone. */
        NONE,
        /** A length, an ounce, a range: not for us. */
        OTHER
    }

    /** A number, in grams or millilitres where it is a weight or a volume, at its place. */
    record Amount(BigDecimal number, Kind kind, int start, int end) {
        boolean isWeighed() {
            return kind == Kind.GRAM || kind == Kind.MILLILITRE;
        }

        boolean isUsable() {
            return kind != Kind.NONE && kind != Kind.OTHER;
        }
    }

    private record Unit(Kind kind, int factor) {}

    /** Longer texts are descriptions, not titles. */
    private static final int LONGEST = 300;

    private static final Map<String, Unit> UNITS = units();

    private static final Pattern NUMBER =
            Pattern.compile("(?<![a-z0-9.⁄])(?<!\\d,)(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(\\.\\d+)?");

    private static final Pattern LATIN_UNIT =
            Pattern.compile(
                    "(['’]?s(?![a-z]))|[ -]?([a-z]+?)(?=x\\d)|[ -]?((?:tea |mini )?[a-z]+)");

    private static final Pattern HAN_UNIT =
            Pattern.compile(
                    " ?(千克|公斤|毫升|公升|小包|個月|个月|[克升組组粒片隻只個个件張张抽枚顆颗錠锭條条塊块支卷" + "包袋罐樽瓶聽听盒箱杯])[裝装]?");

    private static final Pattern TIMES = Pattern.compile("\\)? ?[x×*✕] ?(?=\\d)");

    private static final Pattern LOOSE_TIMES = Pattern.compile("(?<![a-z0-9])[x×*✕] ?$");

    private static final Pattern PLY = Pattern.compile("[x×*]? ?\\d[ -]?(?:ply|層|层)");

    private static final Pattern PACK_OF =
            Pattern.compile("(?:packs?|box|case|set|carton) of (\\d+)");

    private static final Pattern WORD_COUNT =
            Pattern.compile(
                    "(twin|duo|double|triple)[ -]?packs?\\b|(孖)[裝装庄支包樽]"
                            + "|([兩两二雙双三四五六七八九十])[罐樽瓶盒包袋支條条件片粒個个][裝装]");

    private static final Pattern LIMIT_BEFORE =
            Pattern.compile(
                    "(?:每|約|约|超過|\\bper|\\babout|\\bapprox\\.?|\\bup to|\\bover|\\bunder"
                            + "|\\babove|\\bbelow) ?$");

    private static final Pattern LIMIT_AFTER =
            Pattern.compile(" ?(?:\\+|或?以上|或?以下|or more|and (?:up|over|above)|/ ?[a-z\\p{IsHan}])");

    private static final Pattern RANGE_BEFORE =
            Pattern.compile("\\d(?:[a-z]{0,2}|公斤|克|毫升)(?:[-–]| ?(?:~|至|到|\\bto) ?)$");

    private static final Pattern RANGE_AFTER = Pattern.compile("(?:[-–]| ?(?:~|至|到|\\bto) ?)\\d");

    /** "1kg+200g", "(2+1)": whether the second comes with every pack nobody can say. */
    private static final Pattern SUM =
            Pattern.compile("[\\da-z克升斤粒片]\\+\\d|[\\da-z克升斤粒片)] \\+ \\d");

    private static final Pattern FRACTION = Pattern.compile("\\d ?[/⁄] ?\\d");

    /** "4G" and "5G" name networks as often as grams. */
    private static final Pattern NETWORK = Pattern.compile("(?<![A-Za-z0-9.])[2-6]G(?![A-Za-z])");

    TitleAmounts {
        products = products.stream().map(List::copyOf).toList();
    }

    /** The amounts of a title; empty where it has some that nobody can be sure of. */
    static Optional<TitleAmounts> in(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFKC).replaceAll("\\s+", " ");
        String lower = PLY.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll(" ");
        String folded = PACK_OF.matcher(lower).replaceAll("$1 pack");
        if (folded.length() > LONGEST
                || NETWORK.matcher(plain).find()
                || SUM.matcher(folded).find()
                || FRACTION.matcher(folded).find()) {
            return Optional.empty();
        }
        TitleAmounts amounts = new TitleAmounts(folded, products(folded));
        return amounts.hasLooseTimes() ? Optional.empty() : Optional.of(amounts);
    }

    private static List<List<Amount>> products(String title) {
        List<List<Amount>> products = new ArrayList<>();
        Matcher number = NUMBER.matcher(title);
        int at = 0;
        while (number.find(at)) {
            List<Amount> product = new ArrayList<>();
            Amount amount = amount(title, number);
            product.add(amount);
            Matcher times = TIMES.matcher(title);
            while (times.region(amount.end(), title.length()).lookingAt()
                    && number.region(times.end(), title.length()).lookingAt()) {
                amount = amount(title, number);
                product.add(amount);
            }
            products.add(product);
            at = amount.end();
        }
        return products;
    }

    private static Amount amount(String title, Matcher number) {
        int end = number.end();
        Unit unit = new Unit(Kind.NONE, 1);
        Matcher latin = LATIN_UNIT.matcher(title).region(end, title.length());
        Matcher han = HAN_UNIT.matcher(title).region(end, title.length());
        if (han.lookingAt()) {
            unit = UNITS.getOrDefault(han.group(1), new Unit(Kind.OTHER, 1));
            end = han.end();
        } else if (!TIMES.matcher(title).region(end, title.length()).lookingAt()
                && latin.lookingAt()) {
            unit = latin.group(1) != null ? new Unit(Kind.PIECE, 1) : latinUnit(latin);
            end = latin.end();
        }
        BigDecimal value =
                new BigDecimal(number.group().replace(",", ""))
                        .multiply(BigDecimal.valueOf(unit.factor()));
        boolean isLimit =
                LIMIT_BEFORE.matcher(title.substring(0, number.start())).find()
                        || RANGE_BEFORE.matcher(title.substring(0, number.start())).find()
                        || LIMIT_AFTER.matcher(title).region(end, title.length()).lookingAt()
                        || RANGE_AFTER.matcher(title).region(end, title.length()).lookingAt();
        return new Amount(
                value.stripTrailingZeros(),
                isLimit && unit.kind() != Kind.NONE ? Kind.OTHER : unit.kind(),
                number.start(),
                end);
    }

    private static Unit latinUnit(Matcher latin) {
        String name = latin.group(2) != null ? latin.group(2) : latin.group(3);
        return UNITS.getOrDefault(name.replaceFirst("^mini ", ""), new Unit(Kind.OTHER, 1));
    }

    /** Whether only white space or a bracket stands between two amounts. */
    boolean isAdjacent(Amount one, Amount next) {
        return title.substring(one.end(), next.start()).matches("[ (),]*");
    }

    /** The number of "teabag x 25", where nothing else is counted and nothing follows. */
    Optional<BigDecimal> trailingTimes() {
        if (products.isEmpty() || products.getLast().size() > 1) {
            return Optional.empty();
        }
        Amount last = products.getLast().getFirst();
        return isLoose(last) && last.kind() == Kind.NONE
                ? Optional.of(last.number())
                : Optional.empty();
    }

    /** Whether a multiplication sign stands where it is not plain what it multiplies. */
    private boolean hasLooseTimes() {
        boolean hasOthers = products.stream().flatMap(List::stream).anyMatch(Amount::isUsable);
        return products.stream()
                .anyMatch(product ->
                        isLoose(product.getFirst())
                                && product.getFirst().kind() != Kind.OTHER
                                && (hasOthers
                                        || !title.substring(product.getLast().end())
                                                .matches("[ )]*")));
    }

    private boolean isLoose(Amount amount) {
        return LOOSE_TIMES.matcher(title.substring(0, amount.start())).find();
    }

    /** A count said in words: "twin pack", "四條裝". */
    Optional<BigDecimal> wordCount() {
        Matcher words = WORD_COUNT.matcher(title);
        if (!words.find()) {
            return Optional.empty();
        }
        return Optional.of(
                BigDecimal.valueOf(
                                switch (words.group().charAt(0)) {
                                    case '三' -> 3;
                                    case '四' -> 4;
                                    case '五' -> 5;
                                    case '六' -> 6;
                                    case '七' -> 7;
                                    case '八' -> 8;
                                    case '九' -> 9;
                                    case '十' -> 10;
                                    default -> words.group().startsWith("tri") ? 3 : 2;
                                })
                        .stripTrailingZeros());
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new HashMap<>();
        put(units, Kind.GRAM, 1, "g gm gms gram grams 克");
        put(units, Kind.GRAM, 1000, "kg kgs kilo kilos kilogram kilograms 公斤 千克");
        put(
                units,
                Kind.MILLILITRE,
                1,
                "ml mls millilitre millilitres milliliter milliliters cc 毫升");
        put(units, Kind.MILLILITRE, 10, "cl");
        put(units, Kind.MILLILITRE, 1000, "l lt ltr litre litres liter liters 公升 升");
        put(
                units,
                Kind.PIECE,
                1,
                "pc pcs piece pieces count ct tablet tablets tab tabs cap caps capsule capsules"
                        + " softgel softgels pill pills sheet sheets wipe wipes slice slices bag"
                        + " bags teabag teabags tea_bag tea_bags sachet sachets stick sticks bar bars"
                        + " block blocks portion portions serving servings 小包 組 组 粒 片 隻 只"
                        + " 個 个 件 張 张 抽 枚 顆 颗 錠 锭 條 条 塊 块 支");
        put(units, Kind.PACK, 1, "pack packs pk pks pouch pouches roll rolls rl 包 袋 卷");
        put(
                units,
                Kind.CONTAINER,
                1,
                "can cans tin tins bottle bottles jar jars cup cups box boxes carton cartons case"
                        + " cases 罐 樽 瓶 聽 听 盒 箱 杯");
        return Map.copyOf(units);
    }

    private static void put(Map<String, Unit> units, Kind kind, int factor, String names) {
        for (String name : names.split(" ", -1)) {
            units.put(name.replace('_', ' '), new Unit(kind, factor));
        }
    }
}
