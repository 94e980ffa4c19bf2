package com.truecart.connector.pricewatch;

import com.truecart.model.Money;
import com.truecart.spi.ConnectorProvider;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Against a folder with one day of prices; a change is the next day's file. */
class PriceWatchContractTest extends ConnectorContract {
    private static final String HEADER =
            "\ufeffCategory 1,Category 2,Category 3,Product Code,Brand,Product Name,Supermarket"
                    + " Code,Price,Offers\n";

    private static final int GOOD = 2_500;

    @TempDir private Path folder;

    @BeforeEach
    void writeTheDay() throws IOException {
        try (BufferedWriter day = Files.newBufferedWriter(folder.resolve("2026-07-24.csv"))) {
            day.write(HEADER);
            day.write(
                    "Drinks,Tea,Iced tea,P1,Vita,Lemon Tea 6s,WELLCOME,\"1,020.50\",Buy 2 item(s)"
                            + " for $30.00\n");
            day.write("Drinks,Tea,Iced tea,bad,Vita,Lemon Tea 12s,WELLCOME,call us,\n");
            for (int i = 2; i <= GOOD; i++) {
                day.write("Food,Rice,,P" + i + ",,Rice no. " + i + ",PARKNSHOP,19.90,\n");
            }
        }
    }

    @Override
    protected ConnectorProvider provider() {
        return new PriceWatchProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(Map.of("prices", folder.toString()));
    }

    @Override
    protected int listings() {
        return GOOD;
    }

    @Override
    protected int unusable() {
        return 1;
    }

    @Override
    protected int promotions() {
        return 1;
    }

    @Override
    protected Map<String, Money> somePrices() {
        return Map.of("P1", Money.of(102_050, "HKD"), "P2", Money.of(1990, "HKD"));
    }

    @Override
    protected Optional<String> change() {
        try {
            Files.writeString(
                    folder.resolve("2026-07-25.csv"),
                    HEADER + "Food,Rice,,P2,,Rice no. 2,PARKNSHOP,18.90,\n");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return Optional.of("P2");
    }
}
