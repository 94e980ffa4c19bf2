package com.truecart.testkit.corner;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Listing;
import com.truecart.spi.Connector;
import com.truecart.testkit.Pulled;
import com.truecart.testkit.record.InTheClear;
import com.truecart.testkit.record.RecordedContext;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

// guide: recorded
/** What the shop really answered. */
class CornerRecordedTest {
    private static final InTheClear CLEAR =
            new InTheClear(
                    Set.of("content-type"),
                    Set.of("id", "name", "price", "currency", "next", "version", "since", "page"),
                    Set.of("products"));

    @Test
    void theWholeCatalogueIsRead() {
        RecordedContext context =
                RecordedContext.of(
                        CornerRecordedTest.class,
                        "whole-catalogue",
                        Map.of("shop", "https://corner.example"),
                        CLEAR);
        try (Connector connector = new CornerProvider().open(context)) {
            Pulled<Listing> pulled = Pulled.everything(connector.catalog()::page);
            assertThat(pulled.entries())
                    .extracting(Listing::upstreamId)
                    .containsExactly("1", "2", "4", "5");
            assertThat(pulled.skipped()).hasSize(1);
        }
    }
}
// end
