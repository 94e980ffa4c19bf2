package com.truecart.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.Currency;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class JsonTest {
    private static final Json PRODUCT =
            Json.parse(
                    """
                    {"id": 42, "sku": "A-1", "name": "Tea", "note": " ", "gone": null,
                     "prices": {"price": "1290", "amount": 12.90}, "tags": [{"name": "hot"}, {}], "sold": true}
                    """);

    @Test
    void fieldsAreReadByTheirKind() {
        assertThat(PRODUCT.text("name")).isEqualTo("Tea");
        assertThat(PRODUCT.number("id")).isEqualTo(42);
        assertThat(PRODUCT.id("id")).isEqualTo("42");
        assertThat(PRODUCT.id("sku")).isEqualTo("A-1");
        assertThat(PRODUCT.flag("sold")).isTrue();
        assertThat(PRODUCT.at("prices").price("amount", Currency.getInstance("HKD")))
                .isEqualTo(Money.of(1290, "HKD"));
        assertThat(PRODUCT.list("tags").getFirst().text("name")).isEqualTo("hot");
    }

    @Test
    void absentNullAndBlankAreEmpty() {
        assertThat(PRODUCT.optionalText("nothing")).isEmpty();
        assertThat(PRODUCT.optionalText("gone")).isEmpty();
        assertThat(PRODUCT.optionalText("note")).isEmpty();
        assertThat(PRODUCT.optionalNumber("gone")).isEmpty();
        assertThat(PRODUCT.optionalList("gone")).isEmpty();
    }

    @Test
    void aSurpriseNamesItsPlaceAndWhatWasFound() {
        drifts(
                () -> PRODUCT.at("prices").number("price"),
                "$.prices.price: expected a whole number, found the text \"1290\"");
        drifts(
                () -> PRODUCT.list("tags").get(1).text("name"),
                "$.tags[1].name: expected a text, found nothing; the fields here are []");
        drifts(() -> PRODUCT.text("id"), "$.id: expected a text, found the number 42");
        drifts(() -> PRODUCT.list("prices"), "$.prices: expected a list, found an object");
        drifts(() -> PRODUCT.optionalText("tags"), "$.tags: expected a text, found a list of 2");
    }

    @Test
    void anAnswerThatIsNoJsonSaysWhatItIs() {
        drifts(
                () -> Json.parse("\n<!DOCTYPE html><p>"),
                "the answer is an HTML page, expected JSON");
        drifts(() -> Json.parse("<error/>"), "the answer is XML, expected JSON");
        drifts(() -> Json.parse("  "), "the answer is empty, expected JSON");
        assertThatThrownBy(() -> Json.parse("{\"a\": 1"))
                .isInstanceOf(Drifted.class)
                .hasMessageStartingWith("the answer is not JSON: ");
        assertThatThrownBy(() -> Json.parse("{} {}")).isInstanceOf(Drifted.class);
    }

    @Test
    void aDocumentLargerThanExpectedIsNotReadWhole() {
        assertThat(Json.parse(TextDocument.of("n.json", "\ufeff{}"), 100).fields()).isEmpty();
        drifts(
                () -> Json.parse(TextDocument.endless("n.json", "\"", 1L << 40), 1000),
                "n.json: larger than the 1000 bytes expected");
    }

    private static void drifts(ThrowingCallable reading, String message) {
        assertThatThrownBy(reading).isInstanceOf(Drifted.class).hasMessage(message);
    }
}
