package com.truecart.search;

import static com.truecart.search.Shelf.branded;
import static com.truecart.search.Shelf.ids;
import static com.truecart.search.Shelf.offer;
import static com.truecart.search.Shelf.product;
import static com.truecart.search.Shelf.ranked;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.Facets.Count;
import com.truecart.search.SearchPage.Hit;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every engine does, whichever it is. */
public abstract class OfferIndexContract {

    private static final Currency HKD = Currency.getInstance("HKD");
    private static final SearchQuery EVERYTHING = SearchQuery.of("");

    private Engine offers;

    /**
     * One engine by both its sides.
     *
     * @param index an empty one
     */
    public record Engine(OfferIndex index, OfferSearch search) {
        void put(List<ProductDocument> products) {
            index.put(products);
        }

        void remove(List<String> ids) {
            index.remove(ids);
        }

        void commit() {
            index.commit();
        }

        SearchPage search(SearchQuery query) {
            return search.search(query);
        }
    }

    /** An empty index, gone when it is closed. */
    protected abstract Engine empty();

    @BeforeEach
    void open() {
        offers = empty();
    }

    @AfterEach
    void close() {
        offers.index().close();
    }

    @Test
    void filtersHoldForOneAndTheSameOffer() {
        // the trap: cheap but out of stock here, in stock but dear there
        shelve(
                product(
                        "trap",
                        "Milk",
                        offer("trap-cheap", "east", hkd(500), 0, false, true),
                        offer("trap-dear", "west", hkd(5_000), 0, true, false)),
                product("honest", "Milk", offer("honest", "east", hkd(700), 0, true, true)));
        Filters cheap = Filters.NONE.priced(Optional.empty(), Optional.of(hkd(1_000)));
        assertThat(hits(cheap))
                .containsExactly(
                        new Hit("honest", List.of("honest")),
                        new Hit("trap", List.of("trap-cheap")));
        assertThat(hits(cheap.onlyInStock())).containsExactly(new Hit("honest", List.of("honest")));
        assertThat(hits(cheap.atStores(Set.of("west")))).isEmpty();
        assertThat(hits(Filters.NONE.onlyInStock().onlyWithPromotion()))
                .containsExactly(new Hit("honest", List.of("honest")));
    }

    @Test
    void priceLimitsIncludeTheirAmountAndTheirCurrencyOnly() {
        shelve(
                product("a", "Milk", offer("a", "s", 1_000)),
                product("b", "Milk", offer("b", "s", 1_001)),
                product("c", "Milk", offer("c", "s", Money.of(1_000, "CNY"), 0, true, false)));
        assertThat(hits(Filters.NONE.priced(Optional.of(hkd(1_000)), Optional.of(hkd(1_000)))))
                .containsExactly(new Hit("a", List.of("a")));
    }

    @Test
    void sortingByPriceLooksAtMatchingOffersOnly() {
        shelve(
                product(
                        "a",
                        "Milk",
                        offer("a1", "east", hkd(100), 0, false, false),
                        offer("a2", "west", hkd(900), 0, true, false)),
                product("b", "Milk", offer("b1", "east", hkd(500), 0, true, false)));
        SearchQuery byPrice = EVERYTHING.with(Filters.NONE.in(HKD)).by(Sort.PRICE);
        assertThat(ids(offers.search(byPrice))).containsExactly("a", "b");
        assertThat(ids(offers.search(byPrice.with(Filters.NONE.in(HKD).onlyInStock()))))
                .containsExactly("b", "a");
    }

    @Test
    void sortingByDiscountAndByRank() {
        shelve(
                product("none", "Milk", offer("1", "s", hkd(100), 0, true, false)),
                ranked(product("half", "Milk", offer("2", "s", hkd(100), 500_000, true, false)), 9),
                ranked(product("third", "Milk", offer("3", "s", hkd(9), 333_333, true, false)), 2));
        assertThat(ids(offers.search(EVERYTHING.by(Sort.DISCOUNT))))
                .containsExactly("half", "third", "none");
        assertThat(ids(offers.search(EVERYTHING.by(Sort.SALES_RANK))))
                .containsExactly("third", "half", "none");
    }

    @Test
    void pricesOfSeveralCurrenciesAreNotSorted() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVERYTHING.by(Sort.PRICE))
                .withMessageContaining("currencies");
    }

    @Test
    void spellingsOfABrandAreOneBrandNamedAsMostProductsNameIt() {
        Localized hyphened = Localized.of("en", "Coca-Cola");
        Localized loud = Localized.of("en", "COCA COLA");
        shelve(
                branded(product("a", "Cola", offer("a1", "east", 1)), loud),
                branded(product("b", "Cola", offer("b1", "east", 1)), hyphened),
                branded(product("c", "Cola", offer("c1", "east", 1)), hyphened),
                branded(product("d", "Cola", offer("d1", "east", 1)), Localized.of("en", "Pepsi")));
        for (String spelling : List.of("Coca-Cola", "COCA COLA", "coca cola")) {
            SearchPage page =
                    offers.search(EVERYTHING.with(Filters.NONE.ofBrands(Set.of(spelling))));
            assertThat(ids(page)).containsExactlyInAnyOrder("a", "b", "c");
            assertThat(page.facets().brands())
                    .containsExactly(
                            new Count("Coca-Cola", Optional.of(hyphened), 3),
                            new Count("Pepsi", Optional.of(Localized.of("en", "Pepsi")), 1));
        }
    }

    @Test
    void aFacetsOwnFilterDoesNotChangeItsCounts() {
        Localized vita = Localized.of("en", "Vita").and("zh-Hant", "維他");
        Localized drinks = Localized.of("en", "Drinks");
        shelve(
                branded(
                        product("a", "Tea", offer("a1", "east", 1), offer("a2", "east", 2)),
                        vita,
                        drinks),
                branded(product("b", "Tea", offer("b1", "west", 1)), vita, drinks),
                branded(
                        product("c", "Tea", offer("c1", "west", 1)),
                        Localized.of("en", "Lipton"),
                        drinks));
        SearchPage page =
                offers.search(
                        EVERYTHING.with(
                                Filters.NONE.ofBrands(Set.of("Vita")).atStores(Set.of("west"))));
        assertThat(ids(page)).containsExactly("b");
        // at west, whatever the brand
        assertThat(page.facets().brands())
                .containsExactly(
                        new Count("Lipton", Optional.of(Localized.of("en", "Lipton")), 1),
                        new Count("Vita", Optional.of(vita), 1));
        // of Vita, whatever the store; two offers at one store are one product
        assertThat(page.facets().stores())
                .containsExactly(
                        new Count("east", Optional.empty(), 1),
                        new Count("west", Optional.empty(), 1));
        assertThat(page.facets().categories())
                .containsExactly(new Count("Drinks", Optional.of(drinks), 1));
    }

    @Test
    void theSameQuestionInOtherFormsFindsTheSame() {
        shelve(
                product("cola", "可口可樂 汽水 330毫升", offer("1", "s", 1)),
                product("milk", "雀巢 鮮牛奶 1L", offer("2", "s", 1)));
        assertThat(found("可樂")).containsExactly("cola");
        assertThat(found("可乐")).containsExactly("cola");
        assertThat(found("牛奶")).containsExactly("milk");
        assertThat(found("鲜牛奶")).containsExactly("milk");
        assertThat(found("１Ｌ")).containsExactly("milk");
        assertThat(found("奶")).containsExactly("milk");
    }

    @Test
    void identifiersAreFound() {
        ProductDocument product =
                new ProductDocument(
                        "headphones",
                        Localized.of("en", "Wireless headphones"),
                        Optional.empty(),
                        List.of(),
                        List.of("04548736132597", "WH-1000XM4"),
                        OptionalInt.empty(),
                        List.of(offer("1", "s", 1)));
        shelve(product, product("other", "Wireless 1000 things", offer("2", "s", 1)));
        assertThat(found("04548736132597")).containsExactly("headphones");
        assertThat(found("wh1000xm4")).containsExactly("headphones");
    }

    @Test
    void anExactNameComesFirstAndOneWordOfThreeMayBeMissing() {
        shelve(
                product("long", "Milk tea milk milk drink", offer("1", "s", 1)),
                product("milk", "Milk", offer("2", "s", 1)),
                product("cola", "Coca Cola Zero", offer("3", "s", 1)),
                product("pepsi", "Pepsi Cola", offer("4", "s", 1)));
        assertThat(found("milk")).containsExactly("milk", "long");
        assertThat(found("coca cola 330ml")).containsExactly("cola");
        assertThat(found("coca tea")).isEmpty();
        assertThat(found("!!!")).isEmpty();
    }

    @Test
    void aModelNumberIsFoundHoweverItIsWrittenAndNeverForAnother() {
        shelve(
                product("one", "Sony WH-1000XM4 headphones", offer("1", "s", 1)),
                product("two", "Sony WH 1000 XM4 headphones", offer("2", "s", 1)),
                product("next", "Sony WH-1000XM5 headphones", offer("3", "s", 1)));
        for (String text : List.of("WH-1000XM4", "wh1000xm4", "wh1000 xm4")) {
            assertThat(found(text)).as(text).containsExactlyInAnyOrder("one", "two");
        }
        // three words, of which one may be missing
        assertThat(found("wh 1000 xm4").subList(0, 2)).containsExactlyInAnyOrder("one", "two");
        assertThat(found("wh1000xm3")).isEmpty();
        assertThat(found("black sony wh1000xm5 with case, free delivery").getFirst())
                .isEqualTo("next");
    }

    @Test
    void aSizeIsFoundInAnyUnitAndAPackHoweverItIsCounted() {
        shelve(
                product("large", "可樂 1公升", offer("1", "s", 1)),
                product("small", "可樂 330毫升 x 6", offer("2", "s", 1)));
        assertThat(found("可樂 1000ml")).containsExactly("large");
        assertThat(found("可乐 1L")).containsExactly("large");
        assertThat(found("6 x 330 ml")).containsExactly("small");
        assertThat(found("330ml 6罐")).containsExactly("small");
    }

    @Test
    void aChineseNameIsFoundByItsPinyinAndByAnotherWordForTheThing() {
        shelve(
                product("tea", "檸檬茶", offer("1", "s", 1)),
                product("tissue", "紙巾", offer("2", "s", 1)),
                product("milk", "Milk", offer("3", "s", 1)));
        for (String text : List.of("ningmengcha", "ning meng cha", "ningmeng cha", "lemon tea")) {
            assertThat(found(text)).as(text).containsExactly("tea");
        }
        assertThat(found("tissues")).containsExactly("tissue");
        assertThat(found("牛奶")).containsExactly("milk");
    }

    @Test
    void oneWrongLetterIsForgivenOnlyWhereNothingIsFoundOtherwise() {
        shelve(
                product("milk", "Fresh milk", offer("1", "s", 1)),
                product("mild", "Mild soap", offer("2", "s", 1)),
                product("shampoo", "Shampoo", offer("3", "s", 1)));
        assertThat(found("milk")).containsExactly("milk");
        for (String text : List.of("shampo", "shmapoo", "shanpoo", "shamppoo")) {
            assertThat(found(text)).as(text).containsExactly("shampoo");
        }
        assertThat(offers.search().search(SearchQuery.of("milk")).loosely()).isFalse();
        assertThat(offers.search().search(SearchQuery.of("shampo")).loosely()).isTrue();
        SearchQuery elsewhere = SearchQuery.of("milk").with(Filters.NONE.atStores(Set.of("t")));
        assertThat(offers.search().search(elsewhere).hits()).isEmpty();
    }

    @Test
    void productsLikeOneShareAThirdOfItsNameAndTheMostLikeComeFirst() {
        shelve(
                product("tea", "Vita Lemon Tea 250ml", offer("1", "s", 1)),
                product("other-tea", "Peak Lemon Tea 500ml", offer("2", "s", 1)),
                product("green", "Peak Green Tea 500ml", offer("3", "s", 1)),
                product("soap", "Lux Soap 100g", offer("4", "s", 1)));
        assertThat(alike("Vita Lemon Tea 250ml")).containsExactly("tea", "other-tea", "green");
        assertThat(alike(" ")).isEmpty();
        assertThat(alike("<>")).isEmpty();
    }

    private List<String> alike(String name) {
        return offers.search().alike(SearchQuery.of(name)).hits().stream()
                .map(SearchPage.Hit::productId)
                .toList();
    }

    @Test
    void whatSomebodyIsStillTypingIsCompleted() {
        shelve(
                branded(
                        product("cola", "Coca Cola Zero", offer("1", "s", 1)),
                        Localized.of("en", "Coca-Cola")),
                product("cocoa", "Cocoa powder", offer("2", "s", 1)),
                product("tea", "維他 檸檬茶 250ml", offer("3", "s", 1)));
        assertThat(completed("co")).containsExactlyInAnyOrder("cola", "cocoa");
        assertThat(completed("coc zer")).isEmpty();
        assertThat(completed("coca z")).containsExactly("cola");
        assertThat(completed("檸")).containsExactly("tea");
        assertThat(completed(" ")).isEmpty();
        assertThat(offers.search().complete(SearchQuery.of("coc")).facets().brands())
                .extracting(Count::value)
                .containsExactly("Coca-Cola");
    }

    private List<String> completed(String text) {
        return ids(offers.search().complete(SearchQuery.of(text)));
    }

    @Test
    void everyPlaceIsExplainedByPartsThatAddUpToItsScore() {
        shelve(
                ranked(
                        product(
                                "best",
                                "Oat milk drink",
                                offer("1", "east", 1),
                                offer("2", "west", 1)),
                        1),
                product("gone", "Oat milk drink", offer("3", "s", hkd(1), 0, false, false)),
                product("other", "Milk with oat flakes", offer("4", "s", 1)));
        List<Explained> explained = offers.search().explain(SearchQuery.of("oat milk"));
        assertThat(explained)
                .extracting(Explained::productId)
                .containsExactlyElementsOf(found("oat milk"));
        assertThat(explained)
                .extracting(Explained::productId)
                .containsExactly("best", "gone", "other");
        for (Explained each : explained) {
            assertThat(each.parts().values().stream().mapToDouble(Float::doubleValue).sum())
                    .isCloseTo(each.score(), within(1e-5));
        }
        assertThat(explained.getFirst().parts())
                .containsKeys(
                        Explained.Reason.WORDS,
                        Explained.Reason.ALL_WORDS,
                        Explained.Reason.SIDE_BY_SIDE,
                        Explained.Reason.AVAILABLE,
                        Explained.Reason.OFFERS,
                        Explained.Reason.SALES_RANK);
        assertThat(explained.get(1).parts())
                .doesNotContainKeys(Explained.Reason.AVAILABLE, Explained.Reason.SALES_RANK);
    }

    @Test
    void pagesNeitherOverlapNorSkip() {
        shelve(
                IntStream.range(0, 53)
                        .mapToObj(i -> product("p" + i, "Milk", offer("o" + i, "s", i % 3)))
                        .toArray(ProductDocument[]::new));
        for (Sort sort : Sort.values()) {
            List<String> all = new ArrayList<>();
            for (int page = 0; page < 6; page++) {
                SearchPage found =
                        offers.search(
                                SearchQuery.of("milk")
                                        .with(Filters.NONE.in(HKD))
                                        .by(sort)
                                        .onPage(page, 10));
                assertThat(found.total()).isEqualTo(53);
                all.addAll(ids(found));
            }
            assertThat(all).hasSize(53).doesNotHaveDuplicates();
        }
    }

    @Test
    void whatIsPutAgainIsReplacedAndWhatIsRemovedIsGoneOnceCommitted() {
        shelve(product("a", "Milk", offer("a1", "east", 100), offer("a2", "west", 100)));
        offers.put(List.of(product("a", "Milk", offer("a3", "south", 100))));
        assertThat(hits(Filters.NONE)).containsExactly(new Hit("a", List.of("a1", "a2")));
        offers.commit();
        assertThat(hits(Filters.NONE)).containsExactly(new Hit("a", List.of("a3")));
        assertThat(offers.search(EVERYTHING).facets().stores())
                .containsExactly(new Count("south", Optional.empty(), 1));
        offers.remove(List.of("a", "never there"));
        offers.commit();
        assertThat(offers.search(EVERYTHING).total()).isZero();
    }

    @Test
    void whatIsWrittenDuringARebuildIsNewerThanWhatTheRebuildReads() {
        shelve(
                product("a", "Milk", offer("a-old", "s", 1)),
                product("c", "Milk", offer("c", "s", 1)));
        offers.index()
                .rebuild(
                        Stream.of("b", "a", "c", "d")
                                .peek(id -> {
                                    if (id.equals("b")) {
                                        offers.put(
                                                List.of(
                                                        product(
                                                                "a",
                                                                "Milk",
                                                                offer("a-new", "s", 1)),
                                                        product("e", "Milk", offer("e", "s", 1))));
                                        offers.remove(List.of("c"));
                                    } else if (id.equals("d")) {
                                        offers.commit();
                                        assertThat(hits(Filters.NONE))
                                                .containsExactly(
                                                        new Hit("a", List.of("a-new")),
                                                        new Hit("e", List.of("e")));
                                    }
                                })
                                .map(id -> product(id, "Milk", offer(id + "-read", "s", 1))));
        assertThat(hits(Filters.NONE))
                .containsExactly(
                        new Hit("a", List.of("a-new")),
                        new Hit("b", List.of("b-read")),
                        new Hit("d", List.of("d-read")),
                        new Hit("e", List.of("e")));
    }

    @Test
    void aProductTheEngineCannotTakeIsNamedAndAllOthersAreThere() {
        ProductDocument broken = product("broken", "Milk", offer("x", "s".repeat(40_000), 1));
        assertThatExceptionOfType(ProductsRefusedException.class)
                .isThrownBy(() -> shelve(broken, product("a", "Milk", offer("a", "s", 1))))
                .withMessageContaining("broken");
        assertThat(hits(Filters.NONE)).containsExactly(new Hit("a", List.of("a")));
        assertThatExceptionOfType(ProductsRefusedException.class)
                .isThrownBy(() ->
                        offers.index()
                                .rebuild(
                                        Stream.of(
                                                broken, product("b", "Milk", offer("b", "s", 1)))));
        assertThat(hits(Filters.NONE)).containsExactly(new Hit("b", List.of("b")));
    }

    @Test
    void aNameWithControlCharactersIsCountedWithoutThem() {
        shelve(
                branded(
                        product("a", "Milk", offer("a", "s", 1)),
                        Localized.of("en", "Da\u0002iry\u0000\u0001"),
                        Localized.of("en", "\u0002")));
        assertThat(offers.search(EVERYTHING).facets().brands())
                .extracting(Count::value)
                .containsExactly("Da iry");
        assertThat(offers.search(EVERYTHING).facets().categories())
                .extracting(Count::value)
                .containsExactly("?");
    }

    @Test
    void whereARebuildFailsTheOldIndexStays() {
        shelve(product("a", "Milk", offer("a", "s", 1)));
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        offers.index()
                                .rebuild(
                                        Stream.of("b", "broken")
                                                .map(id -> {
                                                    if (id.equals("broken")) {
                                                        throw new IllegalStateException(id);
                                                    }
                                                    return product(id, "Milk", offer(id, "s", 1));
                                                })));
        assertThat(hits(Filters.NONE)).containsExactly(new Hit("a", List.of("a")));
        shelve(product("b", "Milk", offer("b", "s", 1)));
        assertThat(hits(Filters.NONE)).hasSize(2);
    }

    @Test
    void aPageAfterAnotherBeginsWhereItEndedWhateverWasPutMeanwhile() {
        shelve(
                IntStream.range(10, 40)
                        .mapToObj(i -> product("p" + i, "Milk", offer("o" + i, "s", i % 4)))
                        .toArray(ProductDocument[]::new));
        for (Sort sort : Sort.values()) {
            SearchQuery first =
                    SearchQuery.of("milk").with(Filters.NONE.in(HKD)).by(sort).onPage(0, 7);
            List<String> all = new ArrayList<>();
            SearchPage page = offers.search(first);
            all.addAll(ids(page));
            if (sort != Sort.RELEVANCE) {
                // before all others, and so on a page that was already read; scores would move
                shelve(product("p0", "Milk", offer("o0", "s", 0)));
            }
            while (page.next().isPresent()) {
                page =
                        offers.search(
                                first.after(Cursor.decoded(page.next().orElseThrow().encoded())));
                all.addAll(ids(page));
            }
            assertThat(all).as(sort.name()).hasSize(30).doesNotHaveDuplicates();
            offers.remove(List.of("p0"));
            offers.commit();
        }
    }

    @Test
    void theLongestHostileQuestionIsAnswered() {
        shelve(product("a", "Milk", offer("a", "s", 1)));
        for (String text :
                List.of(
                        "a1b2 ".repeat(40),
                        "a1".repeat(100),
                        "牛".repeat(200),
                        "\"*?~(".repeat(40))) {
            assertThat(offers.search(SearchQuery.of(text)).total()).isZero();
        }
        assertThatIllegalArgumentException().isThrownBy(() -> SearchQuery.of("x".repeat(201)));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERYTHING.onPage(0, 101));
        assertThatIllegalArgumentException().isThrownBy(() -> EVERYTHING.onPage(100, 100));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EVERYTHING.onPage(Integer.MAX_VALUE, 100));
    }

    private void shelve(ProductDocument... products) {
        offers.put(List.of(products));
        offers.commit();
    }

    private List<String> found(String text) {
        return ids(offers.search(SearchQuery.of(text)));
    }

    private List<Hit> hits(Filters filters) {
        return offers.search(EVERYTHING.with(filters)).hits();
    }

    private static Money hkd(long cents) {
        return new Money(cents, HKD);
    }
}
