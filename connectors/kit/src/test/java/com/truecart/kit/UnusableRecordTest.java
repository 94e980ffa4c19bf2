package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.truecart.spi.Page.Skipped;
import com.truecart.spi.UpstreamException.Drifted;
import org.junit.jupiter.api.Test;

class UnusableRecordTest {
    @Test
    void theFieldOfAJsonAnswerIsNamedWithoutItsList() {
        Json product = Json.parse("[{\"prices\":{\"price\":7}}]").entries().getFirst();
        Drifted problem =
                catchThrowableOfType(Drifted.class, () -> product.at("prices").text("price"));
        assertThat(UnusableRecord.skipped("product 1", problem, "{}"))
                .isEqualTo(
                        new Skipped(
                                "product 1",
                                "prices.price",
                                "expected a text, found the number 7",
                                "{}"));
    }

    @Test
    void theFieldOfARefusedRecordIsNamed() {
        assertThat(
                        UnusableRecord.skipped(
                                "product 1",
                                new IllegalArgumentException("price: must not be negative"),
                                ""))
                .isEqualTo(new Skipped("product 1", "price", "must not be negative", ""));
    }

    @Test
    void aMessageWithoutAFieldIsTheReasonForTheWhole() {
        assertThat(
                        UnusableRecord.skipped(
                                "product 1", new IllegalArgumentException("nothing fits"), ""))
                .isEqualTo(new Skipped("product 1", "record", "nothing fits", ""));
    }
}
