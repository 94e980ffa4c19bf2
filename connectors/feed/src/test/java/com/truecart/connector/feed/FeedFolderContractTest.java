package com.truecart.connector.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a folder of dated feeds with the faults that feeds of small shops have. */
class FeedFolderContractTest extends ConnectorContract {
    private static final int GOOD = 2_500;

    @TempDir Path folder;

    @BeforeEach
    void writeFeeds() throws IOException {
        Path products = Files.createDirectories(folder.resolve("products"));
        Files.writeString(
                products.resolve("2026-11-22.tsv"), "id\ttitle\tprice\nold\tOld\t1 HKD\n");
        try (BufferedWriter feed = Files.newBufferedWriter(products.resolve("2026-11-23.tsv"))) {
            feed.write("ID\tTitle\tPrice\tSale price\tPromotion ID\n");
            for (int i = 1; i <= GOOD; i++) {
                String promotion = i <= 2 ? "PAIR" : "";
                feed.write(
                        "p"
                                + i
                                + "\tA thing this small shop has, number "
                                + i
                                + "\t12.90\t\t"
                                + promotion
                                + "\n");
            }
            feed.write("bad1\tNo price\t\t\t\n");
            feed.write("bad2\tNot a price\tcall us\t\t\n");
            feed.write("\tNo id\t12.90 HKD\t\t\n");
            feed.write("bad3\ttoo few cells\n");
        }
        Path promotions = Files.createDirectories(folder.resolve("promotions"));
        Files.writeString(
                promotions.resolve("2026-11-23.tsv"),
                """
                promotion_id\tproduct_applicability\toffer_type\tlong_title\tcoupon_value_type\tpercent_off
                PAIR\tspecific_products\tno_code\t10% off\tpercent_off\t10
                """);
        Files.createDirectories(folder.resolve("empty"));
    }

    @Override
    protected ConnectorProvider provider() {
        return new FeedProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "products", folder.resolve("products").toString(),
                        "promotions", folder.resolve("promotions").toString(),
                        "currency", "HKD"));
    }

    @Override
    protected int listings() {
        return GOOD;
    }

    @Override
    protected int unusable() {
        return 4;
    }

    @Override
    protected int promotions() {
        return 1;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of("p1", Money.of(1_290, "HKD"), "p2500", Money.of(1_290, "HKD"));
    }

    @Test
    void theFieldToBlameIsNamed() {
        assertThat(pull().skipped())
                .extracting(Page.Skipped::field)
                .containsExactlyInAnyOrder("price", "price", "id", "row");
    }

    @Test
    void productsThatNameAPromotionAreItsScope() {
        assertThat(statedPromotions())
                .singleElement()
                .extracting(Promotion::scope)
                .isEqualTo(new Scope.Listings(Set.of("p1", "p2")));
    }

    @Test
    void anEmptyFolderIsTheOperatorsToFill() {
        assertThatThrownBy(() ->
                        open(context().and("products", folder.resolve("empty").toString()))
                                .catalog()
                                .page(new Pull.Everything()))
                .isInstanceOf(Misconfigured.class);
    }

    @Test
    void anEmptyDocumentIsDrift() throws IOException {
        Files.writeString(folder.resolve("empty").resolve("feed.tsv"), "");
        assertThatThrownBy(() ->
                        open(context().and("products", folder.resolve("empty").toString()))
                                .catalog()
                                .page(new Pull.Everything()))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("empty");
    }
}
