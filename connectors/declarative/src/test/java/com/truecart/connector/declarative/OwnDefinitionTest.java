package com.truecart.connector.declarative;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.spi.Connector;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A market stall's pages, by a definition of the operator's own in a folder. */
class OwnDefinitionTest {
    private static final String DEFINITION =
            """
            definition: market-stall
            address: https://stall.example
            answers: html
            language: de
            currency: EUR
            requests:
              - path: /obst?seite={page}
                records: li.ware
                paging: {by: page, size: 3}
              - path: /gemuese
                records: li.ware
                paging: {by: next, select: "a.weiter@href"}
            fields:
              id: {select: "@data-nummer", filters: [{prefix: ware-}]}
              title: {select: h2, filters: [text]}
              price: {select: .preis, filters: [{money: ","}]}
              list_price: {select: .statt, filters: [{money: ","}]}
              page: {select: "a@href", filters: [absolute-url]}
              availability: {select: .lager, filters: [lower, {map: {vorrätig: IN_STOCK, ausverkauft: OUT_OF_STOCK}}]}
            promotions:
              - {select: .aktion, filters: [trim]}
            """;

    @TempDir static Path folder;
    private static RecordedShop shop;

    @BeforeAll
    static void openShop() throws IOException {
        shop = RecordedShop.of("market-stall");
        Files.writeString(folder.resolve("market-stall.yaml"), DEFINITION);
        Files.writeString(folder.resolve("notes.txt"), "not a definition");
    }

    @AfterAll
    static void closeShop() {
        shop.close();
    }

    private static LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "definition",
                        "market-stall",
                        "definitions",
                        folder.toString(),
                        "address",
                        shop.base().toString()));
    }

    private static Pulled<Listing> pull() {
        try (Connector connector = new DeclarativeProvider().open(context())) {
            return Pulled.everything(connector.catalog()::page);
        }
    }

    private static List<Promotion> statedPromotions() {
        return pull().entries().stream()
                .flatMap(listing -> listing.offers().getFirst().promotions().stream())
                .toList();
    }

    private static Money price(Listing listing) {
        return listing.offers().getFirst().price();
    }

    @Test
    void bothListsAreReadToTheirEnd() {
        assertThat(pull().entries())
                .extracting(Listing::upstreamId, OwnDefinitionTest::price)
                .containsExactly(
                        tuple("ware-1", Money.of(250, "EUR")),
                        tuple("ware-2", Money.of(490, "EUR")),
                        tuple("ware-3", Money.of(320, "EUR")),
                        tuple("ware-4", Money.of(129_900, "EUR")),
                        tuple("ware-6", Money.of(500, "EUR")),
                        tuple("ware-11", Money.of(110, "EUR")),
                        tuple("ware-12", Money.of(90, "EUR")));
    }

    @Test
    void aDefinitionUnderAnotherNameThanItsFileIsRefused() throws IOException {
        Files.writeString(folder.resolve("stall.yaml"), DEFINITION);
        assertThatThrownBy(() ->
                        new DeclarativeProvider()
                                .open(context().and("definition", "stall"))
                                .catalog()
                                .page(new Pull.Everything()))
                .isInstanceOf(UpstreamException.Misconfigured.class)
                .hasMessageContaining("calls itself 'market-stall'");
    }

    @Test
    void aShopThatChangedIsDriftAndNamesTheLineOfTheSelector() throws IOException {
        Files.writeString(
                folder.resolve("changed.yaml"),
                DEFINITION
                        .replace("definition: market-stall", "definition: changed")
                        .replace("records: li.ware", "records: li.product"));
        assertThatThrownBy(() ->
                        new DeclarativeProvider()
                                .open(context().and("definition", "changed"))
                                .catalog()
                                .page(new Pull.Everything()))
                .isInstanceOf(UpstreamException.Drifted.class)
                .hasMessageContaining("li.product")
                .hasMessageContaining("changed.yaml line 7");
    }

    @Test
    void theFieldToBlameIsNamedWithTheLineOfTheDefinition() {
        assertThat(pull().skipped())
                .singleElement()
                .satisfies(skipped -> {
                    assertThat(skipped.field()).isEqualTo("price");
                    assertThat(skipped.upstreamRef()).isEqualTo("/obst?seite=2 record 2");
                    assertThat(skipped.reason()).contains("market-stall.yaml line 16");
                });
    }

    @Test
    void wordsAreReadByThePhraseBook() {
        assertThat(statedPromotions())
                .anySatisfy(promotion ->
                        assertThat(promotion.benefit())
                                .isEqualTo(
                                        new Benefit.BuyXGetY(
                                                2, 1, Money.PPM, Benefit.BuyXGetY.Pick.CHEAPEST)))
                .anySatisfy(promotion ->
                        assertThat(promotion.benefit())
                                .isEqualTo(new Benefit.Unmodelled("nur für Freunde")));
        assertThat(statedPromotions()).allMatch(promotion -> !promotion.ref().isBlank());
    }

    @Test
    void aListPriceStandsBeside() {
        assertThat(pull().entries())
                .filteredOn(listing -> listing.upstreamId().equals("ware-1"))
                .singleElement()
                .satisfies(listing ->
                        assertThat(listing.offers().getFirst().listPrice())
                                .contains(Money.of(300, "EUR")));
    }
}
