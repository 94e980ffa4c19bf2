package com.truecart.kit.china;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.kit.china.ProductSearch.Found;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SearchCatalogTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    /** Three pages of one row for every word, each asked for with what the page before gave. */
    private final List<String> asked = new ArrayList<>();

    private final ProductSearch search =
            (words, page, continuation) -> {
                asked.add(words + page + continuation.map(token -> "/" + token).orElse(""));
                return new Found(
                        List.of(Json.parse("{\"id\":\"" + words + page + "\"}")),
                        page == 3,
                        Optional.of("list " + page),
                        NOW);
            };

    @Test
    void eachSearchIsReadToItsEndOneAfterTheOther() {
        Pulled<Listing> pulled = Pulled.everything(catalog(List.of("茶", "米"), 10)::page);
        assertThat(pulled.entries())
                .extracting(Listing::upstreamId)
                .containsExactly("茶1", "茶2", "茶3", "米1", "米2", "米3");
        assertThat(pulled.end().completeAsOf()).contains(NOW);
        assertThat(asked)
                .containsExactly("茶1", "茶2/list 1", "茶3/list 2", "米1", "米2/list 1", "米3/list 2");
    }

    @Test
    void noSearchGoesDeeperThanTheConnectionSays() {
        assertThat(Pulled.everything(catalog(List.of("茶", "米"), 2)::page).entries())
                .extracting(Listing::upstreamId)
                .containsExactly("茶1", "茶2", "米1", "米2");
    }

    @Test
    void aCursorOfOtherSearchesBeginsAgain() {
        Page<Listing> first = catalog(List.of("茶", "米"), 10).page(new Pull.Everything());
        Pull resume = new Pull.Resume(((Page.More) first.next()).at());
        assertThat(catalog(List.of("茶", "米"), 10).page(resume).entries())
                .extracting(Listing::upstreamId)
                .containsExactly("茶2");
        assertThat(catalog(List.of("油"), 10).page(resume).entries())
                .extracting(Listing::upstreamId)
                .containsExactly("油1");
    }

    @Test
    void aRowIsFoundAgainOnThePagesOfThePull() {
        SearchCatalog catalog = catalog(List.of("茶", "米"), 10);
        assertThat(catalog.rowNow(row -> row.id("id").equals("米2"))).isPresent();
        assertThat(catalog.rowNow(row -> row.id("id").equals("油1"))).isEmpty();
    }

    @Test
    void wordsAreSeparatedByCommasOfAnyScript() {
        assertThat(searches("茶叶， 牙膏,,手机、茶叶").words()).containsExactly("茶叶", "牙膏", "手机");
    }

    @Test
    void noWordAndADepthOfNothingAreMistakesOfTheOperator() {
        assertThatThrownBy(() -> searches(" , "))
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("queries"));
        assertThatThrownBy(() ->
                        Searches.of(LoopbackContext.with(Map.of("queries", "茶", "pages", "0"))))
                .isInstanceOfSatisfying(
                        Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("pages"));
    }

    private static Searches searches(String queries) {
        return Searches.of(LoopbackContext.with(Map.of("queries", queries)));
    }

    private SearchCatalog catalog(List<String> words, int pages) {
        return new SearchCatalog(new Searches(words, pages), search, new Ids(), CLOCK);
    }

    /** Rows of nothing but an id. */
    private static final class Ids implements SearchCatalog.Rows {
        @Override
        public Listing listing(Json row, Instant seenAt) {
            Seller seller = new Seller("s", Localized.of("en", "S"));
            return new Listing(
                    row.id("id"),
                    Optional.empty(),
                    Localized.of("en", "x"),
                    Optional.empty(),
                    List.of(),
                    Optional.empty(),
                    Identifiers.NONE,
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    List.of(
                            new Offer(
                                    seller,
                                    Money.of(100, "CNY"),
                                    Optional.empty(),
                                    Availability.UNSTATED,
                                    ItemCondition.UNSTATED,
                                    List.of())),
                    seenAt);
        }

        @Override
        public String reference(Json row) {
            return row.path();
        }
    }
}
