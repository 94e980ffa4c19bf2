package com.truecart.connector.jsonld;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Benefit;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.model.Trigger;
import com.truecart.spi.Page;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Shapes of pages as shops make them, broken ones included: {@code zoo/NAME.html} is the page at
 * https://shop.example/p/NAME, {@code zoo/NAME.expected} what it states. A reason that ends in "…"
 * is only a beginning, because a parser's own words follow.
 */
class PageZooTest {
    private static final Instant SEEN = Instant.parse("2026-11-26T10:00:00Z");
    private static final String SHOP = "https://shop.example";

    private final PageReader reader =
            new PageReader(new Translate("The shop", Optional.empty(), Optional.empty()));

    static Stream<Path> pages() throws IOException, URISyntaxException {
        URL zoo = Objects.requireNonNull(PageZooTest.class.getResource("/zoo"));
        try (Stream<Path> files = Files.list(Path.of(zoo.toURI()))) {
            return files
                    .filter(file -> file.toString().endsWith(".html"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void aPageStatesWhatAPersonReadsOnIt(Path file) throws IOException {
        String name = String.valueOf(file.getFileName()).replace(".html", "");
        List<String> expected = Files.readAllLines(file.resolveSibling(name + ".expected"));
        List<String> found = written(read(name, Files.readString(file)));
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            String line = expected.get(i);
            if (line.startsWith("skipped") && line.endsWith("…")) {
                assertThat(found.get(i)).startsWith(line.substring(0, line.length() - 1));
            } else {
                assertThat(found.get(i)).isEqualTo(line);
            }
        }
    }

    @Test
    void theZooHoldsAtLeastSixtyShapes() throws IOException, URISyntaxException {
        assertThat(pages()).hasSizeGreaterThanOrEqualTo(60);
    }

    @Test
    void aHugePageIsReadToItsEnd() {
        String filler = "<div class=\"tile\"><a href=\"/x\">Something to look at</a></div>\n";
        String product =
                """
                <script type="application/ld+json">{"@type": "Product", "name": "Lantern",
                "offers": {"price": "29.00", "priceCurrency": "EUR"}}</script>\
                """;
        String html = "<html><body>" + filler.repeat(100_000) + product + "</body></html>";
        assertThat(html.length()).isGreaterThan(6_000_000);
        assertThat(written(read("huge", html)))
                .containsExactly("listing /p/huge | Lantern | EUR 29.00 | UNSTATED");
    }

    @Test
    void theConnectionsCurrencyIsForPricesThatNameNone() {
        PageReader ofADollarShop =
                new PageReader(
                        new Translate(
                                "The shop",
                                Optional.empty(),
                                Optional.of(Currency.getInstance("AUD"))));
        String html =
                """
                <script type="application/ld+json">{"@type": "Product", "name": "Pen",
                "offers": {"price": "$12.90"}}</script>\
                """;
        assertThat(written(ofADollarShop.read(URI.create(SHOP + "/p/pen"), html, SEEN)))
                .containsExactly("listing /p/pen | Pen | AUD 12.90 | UNSTATED");
    }

    @Test
    void theLanguageIsThePagesUnlessTheConnectionSaysAnother() {
        String html =
                """
                <html lang="zh-Hant"><script type="application/ld+json">{"@type": "Product", "name": "燈",
                "offers": {"price": "29.00", "priceCurrency": "HKD"}}</script></html>\
                """;
        assertThat(read("lamp", html).listings())
                .singleElement()
                .extracting(Listing::title)
                .isEqualTo(Localized.of("zh-Hant", "燈"));
    }

    private PageReader.Read read(String name, String html) {
        return reader.read(URI.create(SHOP + "/p/" + name), html, SEEN);
    }

    private static List<String> written(PageReader.Read read) {
        List<String> lines = new ArrayList<>();
        read.listings().forEach(listing -> write(listing, lines));
        for (Page.Skipped skipped : read.skipped()) {
            lines.add(
                    "skipped %s | %s | %s"
                            .formatted(skipped.upstreamRef(), skipped.field(), skipped.reason()));
        }
        return lines.isEmpty() ? List.of("nothing") : lines;
    }

    private static void write(Listing listing, List<String> lines) {
        Offer offer = listing.offers().getFirst();
        lines.add(
                "listing %s | %s | %s | %s"
                        .formatted(
                                listing.upstreamId(),
                                in(listing.title()),
                                offer.price(),
                                offer.availability()));
        line(lines, "of", listing.variantOf());
        line(lines, "list", offer.listPrice());
        line(
                lines,
                "condition",
                Optional.of(offer.condition()).filter(is -> is != ItemCondition.UNSTATED));
        line(lines, "brand", listing.brand().map(PageZooTest::in));
        line(lines, "gtin", listing.identifiers().gtin().map(gtin -> gtin.digits()));
        line(lines, "mpn", listing.identifiers().mpn());
        line(
                lines,
                "category",
                Optional.of(
                                String.join(
                                        " > ",
                                        listing.category().stream().map(PageZooTest::in).toList()))
                        .filter(path -> !path.isEmpty()));
        line(lines, "text", listing.description().map(PageZooTest::in));
        line(
                lines,
                "page",
                listing.page()
                        .map(URI::toString)
                        .filter(at -> !at.equals(SHOP + listing.upstreamId())));
        line(lines, "image", listing.image());
        line(lines, "seller", Optional.of(offer.seller().id()).filter(id -> !id.equals("shop")));
        for (Offer other : listing.offers().subList(1, listing.offers().size())) {
            line(lines, "also", Optional.of(other.seller().id() + " " + other.price()));
        }
        for (Promotion promotion : offer.promotions()) {
            if (promotion.trigger() instanceof Trigger.Member(String programme)
                    && promotion.benefit() instanceof Benefit.UnitPrice(var price, _)) {
                line(lines, "member", Optional.of(programme + " " + price));
            }
        }
        new TreeMap<>(listing.attributes())
                .forEach((name, value) -> lines.add("  " + name + "=" + value));
    }

    private static void line(List<String> lines, String name, Optional<?> value) {
        value.ifPresent(present -> lines.add("  " + name + ": " + present));
    }

    private static String in(Localized text) {
        return text.in(Locale.ENGLISH);
    }
}
