package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.connector.ucp.Calls.Answer;
import com.truecart.connector.ucp.Operation.Payload;
import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unanswered;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class McpBindingTest {
    private static final UUID KEY = UUID.fromString("550e8400-e29b-41d4-a716-446655440000");
    private static final Operation COMPLETE =
            new Operation(
                    "complete_checkout",
                    "POST",
                    "/checkout-sessions/chk_1/complete",
                    Optional.of("chk_1"),
                    Optional.of(new Payload("checkout", Map.of("payment", Map.of()))),
                    Optional.of(KEY),
                    Safety.ONE_SHOT_WRITE);
    private static final Operation READ =
            new Operation(
                    "get_checkout",
                    "GET",
                    "/checkout-sessions/chk_1",
                    Optional.of("chk_1"),
                    Optional.empty(),
                    Optional.empty(),
                    Safety.READ);

    private final McpBinding binding = new McpBinding(URI.create("https://us.example/ucp.json"));

    @Test
    void theIdStandsBesideThePayloadAndTheKeyInTheMeta() {
        Call call = binding.call("https://shop.example/mcp", COMPLETE);
        assertThat(call.uri()).isEqualTo(URI.create("https://shop.example/mcp"));
        assertThat(call.safety()).isEqualTo(Safety.ONE_SHOT_WRITE);
        assertThat(call.headers()).containsEntry("Idempotency-Key", KEY.toString());
        Json sent = Json.parse(call.body().orElseThrow());
        assertThat(sent.text("method")).isEqualTo("tools/call");
        Json arguments = sent.at("params").at("arguments");
        assertThat(arguments.fields()).containsExactly("checkout", "id", "meta");
        assertThat(arguments.at("meta").text("idempotency-key")).isEqualTo(KEY.toString());
        assertThat(arguments.at("meta").at("ucp-agent").text("profile"))
                .isEqualTo("https://us.example/ucp.json");
        assertThat(arguments.at("checkout").fields()).containsExactly("payment");
    }

    @Test
    void everyCallHasAnIdOfItsOwn() {
        Json first = Json.parse(binding.call("https://s.example/", READ).body().orElseThrow());
        Json second = Json.parse(binding.call("https://s.example/", READ).body().orElseThrow());
        assertThat(first.number("id")).isNotEqualTo(second.number("id"));
    }

    @Test
    void theAnswerIsInTheStructuredContent() {
        Answer answer = answer(READ, "{\"result\":{\"structuredContent\":{\"id\":\"chk_1\"}}}");
        assertThat(Calls.good(answer).body().text("id")).isEqualTo("chk_1");
    }

    @Test
    void aRefusalOfTheBusinessHasTheShapeOfRest() {
        Answer answer =
                answer(
                        READ,
                        """
                        {"result":{"structuredContent":{"ucp":{"version":"2026-04-08","status":"error"},
                         "messages":[{"type":"error","code":"not_found","content":"No such checkout",
                           "severity":"unrecoverable"}],
                         "continue_url":"https://shop.example/"}}}
                        """);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Refusal.class,
                        refusal -> {
                            assertThat(refusal.words()).isEqualTo("No such checkout");
                            assertThat(refusal.continueAt())
                                    .contains(URI.create("https://shop.example/"));
                        });
    }

    @Test
    void anAnswerMayComeAsAnEventOfAStream() {
        Reply stream =
                new Reply(
                        200,
                        Map.of("content-type", List.of("text/event-stream")),
                        "event: message\ndata: {\"result\":{\"structuredContent\":\ndata: {\"id\":\"x\"}}}\n\n",
                        Instant.EPOCH);
        assertThat(Calls.good(binding.answer(READ, stream)).body().text("id")).isEqualTo("x");
        Reply silent =
                new Reply(
                        200,
                        Map.of("content-type", List.of("text/event-stream")),
                        ": ping\n\n",
                        Instant.EPOCH);
        assertThatThrownBy(() -> binding.answer(READ, silent)).isInstanceOf(Drifted.class);
    }

    @Test
    void tooManyCallsSayHowLongToWait() {
        assertThatThrownBy(() ->
                        answer(
                                COMPLETE,
                                error(-32_000, "{\"code\":\"rate_limited\",\"retry_after\":7}")))
                .isInstanceOfSatisfying(
                        Throttled.class,
                        throttled ->
                                assertThat(throttled.retryAfter()).contains(Duration.ofSeconds(7)));
    }

    @Test
    void aWaitThatIsNotAboutTheRateLeavesAnOrderInDoubt() {
        assertThat(
                        answer(
                                COMPLETE,
                                error(
                                        -32_000,
                                        "{\"code\":\"request_in_progress\",\"retry_after\":7}")))
                .isInstanceOfSatisfying(
                        Answer.Refusal.class,
                        refusal -> assertThat(refusal.isSurelyNotDone()).isFalse());
        assertThatThrownBy(() ->
                        answer(COMPLETE, error(-32_603, "{\"code\":\"busy\",\"retry_after\":7}")))
                .isInstanceOf(Unanswered.class);
    }

    @Test
    void onlyWrongArgumentsAndTheProtocolsOwnWordsAreSurelyNoOrder() {
        for (String refused :
                List.of(
                        error(-32_602, "{\"code\":\"invalid\"}"),
                        error(-32_000, "{\"code\":\"payment_failed\"}"),
                        business("out_of_stock"))) {
            assertThat(answer(COMPLETE, refused))
                    .isInstanceOfSatisfying(
                            Answer.Refusal.class,
                            refusal -> assertThat(refusal.isSurelyNotDone()).isTrue());
        }
        for (String unclear :
                List.of(
                        error(-32_000, "{\"code\":\"idempotency_conflict\"}"),
                        error(-32_600, "{}"),
                        business("try_again"))) {
            assertThat(answer(COMPLETE, unclear))
                    .isInstanceOfSatisfying(
                            Answer.Refusal.class,
                            refusal -> assertThat(refusal.isSurelyNotDone()).isFalse());
        }
    }

    @Test
    void whatIsNotAgreedOnOrBadlySignedWasSurelyNotDone() {
        for (String refused :
                List.of(
                        error(-32_001, "{\"code\":\"version_unsupported\"}"),
                        error(-32_000, "{\"code\":\"key_not_found\"}"))) {
            assertThatThrownBy(() -> answer(COMPLETE, refused))
                    .isInstanceOfSatisfying(
                            Refused.class, thrown -> assertThat(thrown.surelyNotDone()).isTrue());
        }
    }

    @Test
    void anotherRequestUnderTheSameKeyIsARefusalToBeLookedInto() {
        assertThat(answer(COMPLETE, error(-32_000, "{\"code\":\"idempotency_conflict\"}")))
                .isInstanceOf(Answer.Refusal.class);
        assertThat(answer(COMPLETE, error(-32_600, "\"no object\"")))
                .isInstanceOfSatisfying(
                        Answer.Refusal.class,
                        refusal -> assertThat(refusal.words()).isEqualTo("It failed"));
    }

    @Test
    void aServerThatFailedLeavesAWriteInDoubt() {
        assertThatThrownBy(() -> answer(COMPLETE, error(-32_603, "{}")))
                .isInstanceOf(Unanswered.class);
        assertThat(answer(READ, error(-32_603, "{}")))
                .isInstanceOfSatisfying(
                        Answer.Refusal.class, refusal -> assertThat(refusal.isFailure()).isTrue());
    }

    @Test
    void anAnswerWithoutStructuredContentIsDrift() {
        assertThatThrownBy(() -> answer(READ, "{\"result\":{\"content\":[]}}"))
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("structuredContent");
    }

    private Answer answer(Operation operation, String body) {
        return binding.answer(operation, new Reply(200, Map.of(), body, Instant.EPOCH));
    }

    private static String business(String word) {
        return """
        {"result":{"structuredContent":{"ucp":{"version":"2026-04-08","status":"error"},
         "messages":[{"type":"error","code":"%s","content":"no","severity":"unrecoverable"}]}}}
        """
                .formatted(word);
    }

    private static String error(int code, String data) {
        return "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":%d,\"message\":\"It failed\",\"data\":%s}}"
                .formatted(code, data);
    }
}
