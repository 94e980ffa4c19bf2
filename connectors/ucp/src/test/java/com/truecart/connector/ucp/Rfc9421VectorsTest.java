package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.connector.ucp.MessageSignatures.Verdict;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The vectors of RFC 9421, appendix B.2, and of RFC 9530. */
class Rfc9421VectorsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T11:00:00Z");

    /** The test request of appendix B.2. */
    private static final HttpMessage RFC_REQUEST =
            HttpMessage.request(
                    "POST",
                    URI.create("https://example.com/foo?param=Value&Pet=dog"),
                    headers(
                            Map.of(
                                    "date",
                                    "Tue, 20 Apr 2021 02:07:55 GMT",
                                    "content-type",
                                    "application/json",
                                    "content-digest",
                                    "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:",
                                    "content-length",
                                    "18")),
                    "{\"hello\": \"world\"}");

    /** The test response of appendix B.2, as signed in B.2.4. */
    private static final HttpMessage RFC_RESPONSE =
            HttpMessage.answer(
                    200,
                    headers(
                            Map.of(
                                    "date",
                                    "Tue, 20 Apr 2021 02:07:56 GMT",
                                    "content-type",
                                    "application/json",
                                    "content-digest",
                                    "sha-512=:mEWXIS7MaLRuGgxOBdODa3xqM1XdEvxoYhvlCFJ41QJgJc4GTsPp29l5oGX69wWdXymyU0rjJuahq4l5aGgfLQ==:",
                                    "content-length",
                                    "23",
                                    "signature-input",
                                    "sig-b24=(\"@status\" \"content-type\" \"content-digest\" \"content-length\");created=1618884473;keyid=\"test-key-ecc-p256\"",
                                    "signature",
                                    "sig-b24=:wNmSUAhwb5LxtOtOpNa6W5xj067m5hFrj0XQ4fvpaCLx0NKocgPquLgyahnzDnDAUy5eCdlYUEkLIj+32oiasw==:")),
                    "{\"message\": \"good dog\"}");

    @Test
    void theSignedResponseOfTheRfcHolds() {
        assertThat(verdict(RFC_RESPONSE)).isEqualTo(new Verdict.Holds(TestKeys.ID));
    }

    @Test
    void theSignedResponseOfTheRfcFailsOnceAnythingSignedIsChanged() {
        assertThat(verdict(RFC_RESPONSE.with(Map.of("Content-Length", "24"))))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
        assertThat(
                        verdict(
                                new HttpMessage(
                                        RFC_RESPONSE.derived(),
                                        RFC_RESPONSE.headers(),
                                        "{\"message\": \"good cat\"}")))
                .isEqualTo(new Verdict.Fails("digest_mismatch"));
        assertThat(verdict(HttpMessage.answer(201, RFC_RESPONSE.headers(), RFC_RESPONSE.body())))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
    }

    @Test
    void theBaseIsTheRfcsForItsRequestsUnderOtherAlgorithms() {
        assertThat(
                        base(
                                List.of(
                                        "date",
                                        "@method",
                                        "@path",
                                        "@query",
                                        "@authority",
                                        "content-type",
                                        "content-digest",
                                        "content-length"),
                                ";created=1618884473;keyid=\"test-key-rsa-pss\""))
                .isEqualTo(
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@method": POST
                        "@path": /foo
                        "@query": ?param=Value&Pet=dog
                        "@authority": example.com
                        "content-type": application/json
                        "content-digest": sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:
                        "content-length": 18
                        "@signature-params": ("date" "@method" "@path" "@query" "@authority" "content-type" "content-digest" "content-length");created=1618884473;keyid="test-key-rsa-pss\"\
                        """);
        assertThat(
                        base(
                                List.of("date", "@authority", "content-type"),
                                ";created=1618884473;keyid=\"test-shared-secret\""))
                .isEqualTo(
                        """
                        "date": Tue, 20 Apr 2021 02:07:55 GMT
                        "@authority": example.com
                        "content-type": application/json
                        "@signature-params": ("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret\"\
                        """);
    }

    @Test
    void digestsAreThoseOfRfc9530() {
        assertThat(ContentDigest.of("{\"hello\": \"world\"}"))
                .isEqualTo("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:");
        assertThat(
                        ContentDigest.holds(
                                RFC_REQUEST.component("content-digest").orElseThrow(),
                                RFC_REQUEST.body()))
                .isTrue();
        assertThat(ContentDigest.holds("md5=:AAAA:", "")).isFalse();
        assertThat(ContentDigest.holds("sha-256=()", "")).isFalse();
    }

    private static String base(List<String> covered, String parameters) {
        String names = "(\"" + String.join("\" \"", covered) + "\")";
        return MessageSignatures.base(RFC_REQUEST, covered, names + parameters).orElseThrow();
    }

    private static Verdict verdict(HttpMessage message) {
        return MessageSignatures.verify(message, TestKeys.published(), NOW);
    }

    private static Map<String, List<String>> headers(Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }
}
