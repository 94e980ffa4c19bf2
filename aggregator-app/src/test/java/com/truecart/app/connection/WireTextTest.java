package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Secret;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies as a person may see them. */
class WireTextTest {
    private final WireText text = new WireText(List.of(new Secret("hunter2")));

    /** As a store lists orders, of which one is another shopper's, in each way that is written. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"id\":7,\"billing\":{\"first_name\":\"Wing\",\"address_1\":\"9 Tung St\",\"country\":\"HK\"},\"total\":\"12.90\"}]",
                "[{\"id\":7,\"customer_note\":\"Wing, 9 Tung St\",\"total\":\"12.90\"}]",
                "{\"data\":{\"orders\":[{\"shippingAddress\":{\"fullName\":\"Wing\",\"streetLine1\":\"9 Tung St\"},\"total\":\"12.90\"}]}}",
                "{\"result\":{\"content\":[{\"text\":\"{\\\"buyer\\\":{\\\"name\\\":\\\"Wing\\\",\\\"at\\\":\\\"9 Tung St\\\"},\\\"total\\\":\\\"12.90\\\"}\"}]}}",
                "event: message\ndata: {\"recipient\":\"Wing\",\"street_address\":\"9 Tung St\",\"total\":\"12.90\"}",
                "receiverName=Wing&address=9+Tung+St&total=12.90",
                "order=%7B%22fullName%22%3A%22Wing%22%2C%22street%22%3A%229+Tung+St%22%2C%22total%22%3A%2212.90%22%7D"
            })
    void whatIsPersonalIsNotShownWhoeversItIs(String body) {
        assertThat(text.of(body)).contains("12.90").contains("****").doesNotContain("Wing", "Tung");
    }

    @Test
    void secretsAreNotShown() {
        assertThat(text.of("{\"access_token\":\"abc\",\"words\":\"is hunter2\",\"cartToken\":1}"))
                .isEqualTo(
                        "{\"access_token\":\"****\",\"words\":\"is ****\",\"cartToken\":\"****\"}");
        assertThat(text.of("app_secret=abc&method=order.get"))
                .isEqualTo("app_secret=****\nmethod=order.get");
    }

    @Test
    void lettersThatAreWrittenAsNumbersAreShownAsLettersSoThatTheyAreFound() {
        assertThat(text.of("{\"words\":\"\\u9648\\u7f8e 1\\/2 Nathan\"}"))
                .isEqualTo("{\"words\":\"陈美 1/2 Nathan\"}");
    }

    @Test
    void whatIsNeededStays() {
        String body =
                "{\"id\":7,\"status\":\"processing\",\"items\":[{\"name\":\"Rice\",\"price\":129,\"paid\":true}],\"none\":null}";
        assertThat(text.of(body)).isEqualTo(body);
        assertThat(text.of("<html>Bad gateway</html>")).isEqualTo("<html>Bad gateway</html>");
        assertThat(text.of("{\"broken\":")).isEqualTo("{\"broken\":");
        assertThat(text.of("")).isEmpty();
    }

    @Test
    void longBodiesAreCutAndVeryLongOnesCounted() {
        assertThat(text.of("x".repeat(10_000))).hasSize(8_194).endsWith(" …");
        assertThat(text.of("x".repeat(2_000_000))).isEqualTo("(2000000 characters)");
    }
}
