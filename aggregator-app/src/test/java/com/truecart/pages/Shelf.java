package com.truecart.pages;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.ItemCondition;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Twelve products at five stores, made up to show every kind of price once. */
final class Shelf {

    static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    static final StoreId HARBOUR = new StoreId("harbour", "shop");
    static final StoreId NORTH = new StoreId("watch", "NORTH");
    static final StoreId LANTAU = new StoreId("watch", "LANTAU");
    static final StoreId PEAK = new StoreId("watch", "PEAK");
    static final StoreId FERRY = new StoreId("watch", "FERRY");

    static final Map<StoreId, Localized> STORES = new LinkedHashMap<>();

    static {
        STORES.put(HARBOUR, both("Harbour Pantry", "海港食品店"));
        STORES.put(NORTH, both("North Point Market", "北角超級市場"));
        STORES.put(LANTAU, both("Lantau Fresh", "大嶼鮮"));
        STORES.put(PEAK, both("Peak Supermarket", "山頂超市"));
        STORES.put(FERRY, both("Ferry Street Grocer", "渡船街雜貨"));
    }

    static final Localized GRAINS = both("Rice & noodles", "米、麵");
    static final Localized DRINKS = both("Beverages", "飲品");
    static final Localized CARE = both("Personal care", "個人護理");
    static final Localized HOME = both("Household", "家居用品");

    static final Promotion BUY_TWO =
            promotion(
                    "two",
                    both("2 for $158", "2件$158"),
                    Promotion.Stage.QUANTITY,
                    new Trigger.Always(),
                    new Benefit.BundlePrice(2, hkd(158_00)));
    static final Promotion BUY_THREE =
            promotion(
                    "three",
                    both("3 for $54", "3件$54"),
                    Promotion.Stage.QUANTITY,
                    new Trigger.Always(),
                    new Benefit.BundlePrice(3, hkd(54_00)));
    static final Promotion MEMBERS =
            promotion(
                    "member",
                    both("Members 5% off rice", "會員購米95折"),
                    Promotion.Stage.ITEM,
                    new Trigger.Member("Lantau Club"),
                    new Benefit.PercentOff(50_000, Optional.empty()));
    static final Promotion STAMPS =
            promotion(
                    "stamps",
                    both("Collect stamps for cookware", "儲印花換廚具"),
                    Promotion.Stage.ITEM,
                    new Trigger.Always(),
                    new Benefit.Unmodelled("Collect stamps for cookware"));
    static final Promotion TEN_OFF =
            promotion(
                    "ten",
                    both("10% off", "九折"),
                    Promotion.Stage.ITEM,
                    new Trigger.Always(),
                    new Benefit.PercentOff(100_000, Optional.empty()));

    static final List<ProductFacts> PRODUCTS = new ArrayList<>();
    static final ProductId RICE = id(1);
    static final ProductId NOODLES = id(2);
    static final ProductId HOSTILE = id(12);

    static {
        add(
                product(
                                1,
                                "Thai Hom Mali Jasmine Rice 5 kg",
                                "泰國頂級茉莉香米 5公斤",
                                "Golden Elephant",
                                "金象",
                                GRAINS)
                        .with("Size", "5 kg")
                        .with("Origin", "Thailand"),
                offer(NORTH, 89_90, 99_90, BUY_TWO),
                offer(LANTAU, 92_00, 0, MEMBERS),
                offer(PEAK, 95_50, 0, STAMPS),
                offer(FERRY, 84_00, 0, Availability.OUT_OF_STOCK),
                offer(HARBOUR, 88_00, 98_00, TEN_OFF));
        add(
                product(
                                2,
                                "Instant Noodles Sesame Oil Flavour 5 × 100 g",
                                "麻油味即食麵 5包裝",
                                "Doll",
                                "公仔",
                                GRAINS)
                        .with("Size", "5 × 100 g"),
                offer(NORTH, 20_00, 0, BUY_THREE),
                offer(PEAK, 19_90, 23_50),
                offer(LANTAU, 22_00, 0));
        add(
                product(3, "Japanese Koshihikari Rice 2 kg", "日本越光米 2公斤", "Niigata", "新潟", GRAINS)
                        .with("Size", "2 kg")
                        .with("Origin", "Japan"),
                offer(HARBOUR, 128_00, 0),
                offer(PEAK, 132_00, 145_00));
        add(
                product(4, "Organic Brown Rice 1 kg", "有機糙米 1公斤", "SooGood", "素食", GRAINS)
                        .with("Size", "1 kg"),
                offer(FERRY, 38_50, 0));
        add(
                product(5, "Premium Soya Milk 1 L", "特級豆奶 1公升", "Vita", "維他", DRINKS)
                        .with("Size", "1 L"),
                offer(NORTH, 16_50, 0),
                offer(LANTAU, 15_90, 18_00),
                offer(PEAK, 16_90, 0),
                offer(FERRY, 17_00, 0));
        add(
                product(6, "Lemon Tea 6 × 250 ml", "檸檬茶 6包裝", "Vita", "維他", DRINKS),
                offer(NORTH, 18_90, 22_90, TEN_OFF),
                offer(LANTAU, 19_90, 0));
        add(
                product(7, "Mineralised Water 12 × 700 ml", "礦物質水 12支裝", "Bonaqua", "飛雪", DRINKS),
                offer(PEAK, 62_00, 79_00),
                offer(FERRY, 65_00, 0));
        add(
                product(
                        8,
                        "Anti-Dandruff Shampoo 750 ml",
                        "去屑洗髮乳 750毫升",
                        "Head & Shoulders",
                        "海倫仙度絲",
                        CARE),
                offer(NORTH, 59_90, 89_90),
                offer(HARBOUR, 62_00, 0));
        add(
                product(9, "Whitening Toothpaste 160 g", "美白牙膏 160克", "Colgate", "高露潔", CARE),
                offer(LANTAU, 24_90, 0),
                offer(NORTH, 26_50, 0));
        add(
                product(10, "Soft Facial Tissue 5 Boxes", "柔軟面紙 5盒", "Tempo", "得寶", HOME),
                offer(PEAK, 39_90, 52_90),
                offer(NORTH, 41_00, 0),
                offer(FERRY, 44_90, 0));
        add(
                product(
                        11,
                        "Laundry Detergent Concentrated Refill 1.6 L",
                        "濃縮洗衣液補充裝 1.6公升",
                        "Attack",
                        "潔霸",
                        HOME),
                offer(HARBOUR, 45_00, 0),
                offer(PEAK, 49_90, 0));
        add(
                product(
                        12,
                        "<script>alert(1)</script> & \"Sons\" Dish Soap",
                        "<b>洗潔精</b>",
                        "A&B <i>",
                        "A&B",
                        HOME),
                offer(FERRY, 12_90, 0));
    }

    private Shelf() {}

    static Localized both(String english, String chinese) {
        return Localized.of("en", english).and("zh-Hant", chinese);
    }

    static Money hkd(long minor) {
        return Money.of(minor, "HKD");
    }

    static ProductId id(int number) {
        return new ProductId(UUID.fromString("00000000-0000-4000-8000-%012d".formatted(number)));
    }

    private static Promotion promotion(
            String ref, Localized label, Promotion.Stage stage, Trigger trigger, Benefit benefit) {
        return new Promotion(
                ref,
                label,
                stage,
                new Scope.ThisOffer(),
                trigger,
                benefit,
                Validity.OPEN,
                Promotion.Evidence.PARSED);
    }

    private static Draft product(
            int number,
            String title,
            String chinese,
            String brand,
            String brandChinese,
            Localized category) {
        return new Draft(
                number,
                both(title, chinese),
                both(brand, brandChinese),
                category,
                new LinkedHashMap<>());
    }

    private record Draft(
            int number,
            Localized title,
            Localized brand,
            Localized category,
            Map<String, String> attributes) {
        Draft with(String name, String value) {
            attributes.put(name, value);
            return this;
        }
    }

    private record Price(
            StoreId store,
            long now,
            long was,
            Availability availability,
            List<Promotion> promotions) {}

    private static Price offer(StoreId store, long now, long was, Promotion... promotions) {
        return new Price(store, now, was, Availability.UNSTATED, List.of(promotions));
    }

    private static Price offer(StoreId store, long now, long was, Availability availability) {
        return new Price(store, now, was, availability, List.of());
    }

    private static void add(Draft draft, Price... prices) {
        List<OfferFacts> offers = new ArrayList<>();
        for (Price price : prices) {
            offers.add(
                    new OfferFacts(
                            draft.number() * 100L + offers.size(),
                            id(draft.number()),
                            price.store(),
                            "P" + draft.number(),
                            draft.title(),
                            Optional.of(draft.brand()),
                            List.of(draft.category()),
                            hkd(price.now()),
                            price.was() > 0 ? Optional.of(hkd(price.was())) : Optional.empty(),
                            price.store().equals(HARBOUR)
                                    ? Availability.IN_STOCK
                                    : price.availability(),
                            ItemCondition.NEW,
                            price.promotions(),
                            price.store().equals(HARBOUR)
                                    ? Optional.of(
                                            URI.create(
                                                    "https://harbour.example/p/" + draft.number()))
                                    : Optional.empty(),
                            NOW.minus(
                                    Duration.ofMinutes(price.store().equals(HARBOUR) ? 3 : 130))));
        }
        PRODUCTS.add(
                new ProductFacts(
                        id(draft.number()),
                        draft.title(),
                        Optional.of(draft.brand()),
                        List.of(draft.category()),
                        Optional.empty(),
                        Optional.empty(),
                        List.of("P00000" + (3000 + draft.number())),
                        draft.attributes(),
                        OptionalInt.of(draft.number()),
                        offers));
    }
}
