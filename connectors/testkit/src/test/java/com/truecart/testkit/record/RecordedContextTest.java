package com.truecart.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.Connector;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Recipient;
import com.truecart.testkit.corner.CornerProvider;
import com.truecart.testkit.corner.CornerShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Records the corner shop, shuts it, and asks again. */
class RecordedContextTest {
    private static final InTheClear CLEAR =
            new InTheClear(
                    Set.of(),
                    Set.of(
                            "id",
                            "quantity",
                            "unit",
                            "total",
                            "goods",
                            "amount",
                            "delivery",
                            "payable"),
                    Set.of("carts"));

    private static final QuoteRequest TEA =
            new QuoteRequest(
                    List.of(new OrderLine("1", 1)),
                    Set.of("SECRET-CODE"),
                    new Recipient("Ka", "Chan", "a@b.example", "", "", "", "", "", "HK"));

    private static final Map<String, String> MADE_UP =
            Map.of("shop", "https://corner.example", "webhook_secret", "made-up");

    @TempDir private Path folder;

    @Test
    void whatWasRecordedIsAnsweredWithoutTheShop() throws IOException {
        QuoteResult live = record(CornerShop.SECRET);
        QuoteResult replayed = quote(replay());
        assertThat(replayed)
                .isInstanceOfSatisfying(
                        QuoteResult.Quoted.class,
                        quoted -> {
                            assertThat(quoted.lines())
                                    .isEqualTo(((QuoteResult.Quoted) live).lines());
                            assertThat(quoted.payable())
                                    .isEqualTo(((QuoteResult.Quoted) live).payable());
                        });
    }

    @Test
    void nothingThatIsNotListedIsOnTheDisk() throws IOException {
        record(CornerShop.SECRET);
        assertThat(written())
                .contains("12.90", "XXXXXX-XXXX")
                .doesNotContain("SECRET-CODE", "Tea week", "cart-1", "127.0.0.1", "corner-secret");
    }

    @Test
    void aMissingRecordingSaysWhatToRun() {
        assertThatThrownBy(() -> quote(replay()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no recording of POST /carts")
                .hasMessageContaining("bin/record ");
    }

    @Test
    void aSecretInAListedFieldIsWrittenAsTheMadeUpOne() throws IOException {
        record("12.90");
        assertThat(written()).contains("made-up").doesNotContain("12.90");
    }

    private String written() throws IOException {
        StringBuilder written = new StringBuilder();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.append(Files.readString(file));
            }
        }
        return written.toString();
    }

    private QuoteResult record(String secret) throws IOException {
        try (CornerShop shop = new CornerShop()) {
            return quote(
                    new RecordedContext(
                            folder.resolve("test/scenario"),
                            MADE_UP,
                            CLEAR,
                            Optional.of(Map.of("shop", shop.address(), "webhook_secret", secret))));
        }
    }

    private RecordedContext replay() {
        return new RecordedContext(
                folder.resolve("test/scenario"), MADE_UP, CLEAR, Optional.empty());
    }

    private static QuoteResult quote(RecordedContext context) {
        try (Connector connector = new CornerProvider().open(context)) {
            return connector.orders().orElseThrow().quote(TEA);
        }
    }
}
