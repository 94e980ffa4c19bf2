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
        String address = "{\"next\":\"https://shop.example/orders?page=2&after=7\"}";
        assertThat(text.of(address)).isEqualTo(address);
        assertThat(text.of("")).isEmpty();
    }

    /** Each has a secret, a name or a way to reach somebody where no field can be told. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"order_key\":\"wc_order_tung\",\"billing\":{\"first_name\":\"Wing",
                "[{\"id\":7,\"billing\":{\"first_name\":\"Wing\",\"address_1\":\"9 Tung",
                "Wing of 9 Tung St could not be reached",
                "Array\n(\n    [first_name] => Wing\n    [nonce] => Tung\n)",
                "<br />\n<b>Notice</b>: Wing in <b>/srv/Tung.php</b><br />\n{\"nonce\":\"Tung",
                "<order><name>Wing</name><street>9 Tung St</street></order>",
                "data: {\"recipient\":\"Wing\",\"street\":\"9 Tung",
                "data: Wing\ndata: 9 Tung St",
                "eyJXaWTung==",
                "total=1&Wing",
                "\"Wing\""
            })
    void whatCannotBeReadIsNotShown(String body) {
        assertThat(text.of(body))
                .contains("characters, not readable")
                .doesNotContain("Wing", "Tung");
    }

    @Test
    void ofAPageOnlyTheTitleIsShown() {
        String page =
                "<html><head><title>502 Bad Gateway</title></head><body>Wing<form><input name=nonce value=Tung></form></body></html>";

        assertThat(text.of(page))
                .isEqualTo("(" + page.length() + " characters of a page: 502 Bad Gateway)");
    }

    @Test
    void whatFollowsAServersWarningsIsShownWithoutThem() {
        assertThat(text.of("<br />\n<b>Notice</b>: Wing<br />\n{\"id\":7,\"nonce\":\"Tung\"}"))
                .isEqualTo("(33 characters, not readable)\n{\"id\":7,\"nonce\":\"****\"}");
    }

    /** Each is one text within a field whose name says nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\\\"nonce\\\":\\\"Tung\\\",\\\"buyer\\\":\\\"Wing\\\"}]",
                " [{\\\"buyer\\\":\\\"Wing",
                "<form><input name=nonce value=Tung><textarea>Wing</textarea></form>",
                "<input name=nonce value=Tung><textarea>Wing</textarea>",
                "write to Wing.Tung@shop.example",
                "https://shop.example/pay/7?key=Tung&email=Wing",
                "call +852 9123 4567"
            })
    void withinATextWhatIsSecretOrPersonalIsNotShownEither(String words) {
        assertThat(text.of("{\"total\":\"12.90\",\"text\":\"" + words + "\"}"))
                .contains("12.90")
                .doesNotContain("Wing", "Tung", "9123");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a=1&bb=2&",
                "a=",
                "a",
                "[",
                "{\"a\":",
                "<b>",
                "data:\n",
                "a@",
                "+1 ",
                "?a=&"
            })
    void noBodyIsTooMuchForIt(String part) {
        String body = part.repeat((1 << 16) / part.length());

        assertThat(text.of(body)).hasSizeLessThan(8_200);
        assertThat(text.of("a=" + body)).hasSizeLessThan(8_200);
        assertThat(text.of(body + "a=1")).hasSizeLessThan(8_200);
        assertThat(text.of("{\"a\":\"" + body.replace("\"", "\\\"").replace("\n", "\\n") + "\"}"))
                .hasSizeLessThan(8_200);
    }

    @Test
    void longBodiesAreCutAndVeryLongOnesCounted() {
        assertThat(text.of("{\"id\":\"" + "x".repeat(10_000) + "\"}"))
                .hasSize(8_194)
                .endsWith(" …");
        assertThat(text.of("x".repeat(2_000_000))).isEqualTo("(2000000 characters)");
    }
}
