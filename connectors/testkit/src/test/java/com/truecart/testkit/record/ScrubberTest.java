package com.truecart.testkit.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScrubberTest {
    private final Scrubber scrubber =
            new Scrubber(
                    new InTheClear(
                            Set.of("content-type"), Set.of("price", "page"), Set.of("orders")));

    @Test
    void onlyTheShapeIsLeftOfWhatIsNotListed() {
        assertThat(body("{\"price\":\"12.90\",\"name\":\"陳 Ka-Yan\",\"age\":47,\"vip\":true}"))
                .isEqualTo("{\"price\":\"12.90\",\"name\":\"字 Xx-Xxx\",\"age\":11,\"vip\":true}");
    }

    @Test
    void aListedFieldIsKeptAtAnyDepthAndWhatItHoldsIsJudgedByItsOwnName() {
        assertThat(body("{\"lines\":[{\"price\":12.50,\"of\":{\"price\":[1,2],\"to\":\"Ann\"}}]}"))
                .isEqualTo(
                        "{\"lines\":[{\"price\":12.50,\"of\":{\"price\":[1,2],\"to\":\"Xxx\"}}]}");
        assertThat(body("{\"price\":{\"to\":\"Ann\"}}")).isEqualTo("{\"price\":{\"to\":\"Xxx\"}}");
    }

    @Test
    void aNameThatIsAKeyIsScrubbedToo() {
        assertThat(body("{\"ann@shop.example\":1}")).isEqualTo("{\"xxx@xxxx.xxxxxxx\":1}");
    }

    @Test
    void whatIsNoJsonKeepsItsShape() {
        assertThat(body("<p>Ann</p>")).isEqualTo("\"<x>Xxx</x>\"");
    }

    @Test
    void pathsAndQueriesAreScrubbedLikeFields() {
        assertThat(scrubber.path(URI.create("https://shop.example/orders/A7?page=2&key=s3cret")))
                .isEqualTo("/orders/X1?page=2&xxx=x1xxxx");
    }

    @Test
    void onlyListedHeadersOfAnswersAreKept() {
        Reply reply =
                new Reply(
                        200,
                        Map.of("set-cookie", List.of("s=1"), "content-type", List.of("a/b")),
                        "{}",
                        Instant.EPOCH);
        assertThat(scrubber.headers(reply)).containsOnlyKeys("content-type");
    }

    @Test
    void aShapeStaysItself() {
        String once = body("{\"a\":\"Kwan 7, 陳\",\"b\":-12.50,\"c d\":1}");
        assertThat(body(once)).isEqualTo(once);
    }

    private String body(String json) {
        return scrubber.body(Call.postJson(URI.create("/"), json, Safety.READ)).toString();
    }
}
