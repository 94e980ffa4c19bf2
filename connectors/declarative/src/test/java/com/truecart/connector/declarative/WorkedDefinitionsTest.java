package com.truecart.connector.declarative;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Listing;
import com.truecart.model.Offer;
import com.truecart.spi.Connector;
import com.truecart.spi.Page;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each definition that is shipped, against its recording. */
class WorkedDefinitionsTest {

    static List<String> definitions() {
        return Definitions.BUNDLED;
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void aDefinitionReadsItsRecordingAsExpected(String name) {
        try (RecordedShop shop = RecordedShop.of(name);
                Connector connector =
                        new DeclarativeProvider()
                                .open(
                                        LoopbackContext.with(
                                                Map.of(
                                                        "definition",
                                                        name,
                                                        "address",
                                                        shop.base().toString())))) {
            Pulled<Listing> pulled = Pulled.everything(connector.catalog()::page);
            assertThat(written(pulled, shop.base().toString()))
                    .isEqualTo(RecordedShop.expected(name).strip());
        }
    }

    private static String written(Pulled<Listing> pulled, String base) {
        List<String> lines = new ArrayList<>();
        for (Listing listing : pulled.entries()) {
            Offer offer = listing.offers().getFirst();
            lines.add(
                    "%s | %s | %s | %s | %s"
                            .formatted(
                                    listing.upstreamId(),
                                    listing.title().in(Locale.ENGLISH),
                                    offer.price(),
                                    offer.availability(),
                                    offer.condition()));
            listing.brand().ifPresent(brand -> lines.add("  brand: " + brand.in(Locale.ENGLISH)));
            listing.category().forEach(step -> lines.add("  category: " + step.in(Locale.ENGLISH)));
            listing.identifiers().gtin().ifPresent(gtin -> lines.add("  gtin: " + gtin.digits()));
            listing.identifiers().mpn().ifPresent(mpn -> lines.add("  mpn: " + mpn));
            listing.page()
                    .ifPresent(page -> lines.add("  page: " + page.toString().replace(base, "")));
            listing.image()
                    .ifPresent(at -> lines.add("  image: " + at.toString().replace(base, "")));
            new TreeMap<>(listing.attributes())
                    .forEach((name, value) -> lines.add("  " + name + "=" + value));
        }
        for (Page.Skipped skipped : pulled.skipped()) {
            lines.add(
                    "skipped %s | %s | %s"
                            .formatted(skipped.upstreamRef(), skipped.field(), skipped.reason()));
        }
        return String.join("\n", lines);
    }
}
