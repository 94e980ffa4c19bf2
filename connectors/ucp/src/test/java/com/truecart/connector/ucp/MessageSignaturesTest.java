package com.truecart.connector.ucp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.connector.ucp.MessageSignatures.Verdict;
import com.truecart.kit.Json;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures UCP asks for, and two vectors that OpenSSL signed. */
class MessageSignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-26T11:00:00Z");
    private static final String BODY = "{\"id\":\"ord_1\",\"line_items\":[]}";
    private static final String DIGEST = "sha-256=:CyB+mg6Bd1pBRMNHJJnIqLH1uozC54D7IfX0lNB9+JE=:";
    private static final URI COMPLETE =
            URI.create("https://Shop.example:8443/ucp/checkout-sessions/chk%201/complete?x=1");

    @Test
    void aRequestOpenSslSignedHolds() {
        HttpMessage request =
                completing(
                        "gsWmssZBDX1UiEQe7vFQODD1WV0yZegLM7Xfub2AVaZv1Wgyg2QFq9sKeyVYh0uQ2we2lsAUJIBKZD05Fu1i4g==");
        assertThat(verdict(request)).isEqualTo(new Verdict.Holds(TestKeys.ID));
        assertThat(verdict(request.with(Map.of("Idempotency-Key", "another"))))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
    }

    @Test
    void anAnswerOpenSslSignedHolds() {
        HttpMessage answer =
                HttpMessage.answer(
                        201,
                        headers(
                                Map.of(
                                        "content-type",
                                        "application/json",
                                        "content-digest",
                                        DIGEST,
                                        "signature-input",
                                        "sig1=(\"@status\" \"content-digest\" \"content-type\");created=1764144000;keyid=\"test-key-ecc-p256\"",
                                        "signature",
                                        "sig1=:MX5EX+pt1i9nyhcnjJ/fY1uoqMVmIAmKY4vOWaZIdOShmTc4E9NCc/jodVbZ/++vu/8puqzVR3af0VTdfiyA1w==:")),
                        BODY);
        assertThat(verdict(answer)).isEqualTo(new Verdict.Holds(TestKeys.ID));
    }

    @Test
    void aSignatureInDerFormIsNone() {
        byte[] der = new byte[70];
        der[0] = 0x30;
        assertThat(verdict(completing(Base64.getEncoder().encodeToString(der))))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
    }

    @Test
    void whatWeSignCoversWhatTheProtocolAsksForInItsOrder() {
        Map<String, String> added = MessageSignatures.sign(unsigned(), TestKeys.signing(), NOW);
        assertThat(added)
                .containsEntry("Content-Digest", DIGEST)
                .containsEntry(
                        "Signature-Input",
                        "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\" \"ucp-agent\""
                                + " \"idempotency-key\" \"content-digest\""
                                + " \"content-type\");created=1795690800;keyid=\"test-key-ecc-p256\"");
        String value = added.getOrDefault("Signature", "").replaceAll("^sig1=:|:$", "");
        assertThat(Base64.getDecoder().decode(value)).hasSize(64);
        assertThat(verdict(unsigned().with(added))).isEqualTo(new Verdict.Holds(TestKeys.ID));
    }

    @Test
    void aReadIsSignedWithoutADigest() {
        HttpMessage read =
                HttpMessage.request("GET", URI.create("https://shop.example"), Map.of(), "");
        Map<String, String> added = MessageSignatures.sign(read, TestKeys.signing(), NOW);
        assertThat(added).doesNotContainKey("Content-Digest");
        assertThat(added.getOrDefault("Signature-Input", ""))
                .startsWith("sig1=(\"@method\" \"@authority\" \"@path\");");
        assertThat(verdict(read.with(added))).isInstanceOf(Verdict.Holds.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://shop.example:443/x,shop.example",
        "http://shop.example:80/x,shop.example",
        "http://SHOP.example:443/x,shop.example:443",
        "https://shop.example:8443,shop.example:8443"
    })
    void thePortIsPartOfTheAuthorityWhereItIsNotTheUsualOne(String uri, String authority) {
        assertThat(HttpMessage.authority(URI.create(uri))).isEqualTo(authority);
    }

    @Test
    void aSignatureThatLeavesOutTheBodyOrTheTargetCountsForNothing() {
        String less = "sig1=(\"@authority\");keyid=\"test-key-ecc-p256\"";
        assertThat(verdict(completing("AAAA").with(Map.of("Signature-Input", less))))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
    }

    @Test
    void aSignatureThatIsOverCountsForNothing() {
        HttpMessage message = unsigned().with(Map.of("Content-Digest", DIGEST));
        String parameters =
                "(\"@method\" \"@authority\" \"@path\" \"@query\" \"ucp-agent\" \"idempotency-key\""
                        + " \"content-digest\" \"content-type\");expires=%d;keyid=\"test-key-ecc-p256\"";
        assertThat(verdict(signedBy(message, parameters.formatted(NOW.getEpochSecond()))))
                .isInstanceOf(Verdict.Holds.class);
        assertThat(verdict(signedBy(message, parameters.formatted(NOW.getEpochSecond() - 1))))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
    }

    @Test
    void anUnknownKeyAndAKeyOfAnotherKindAreToldApart() {
        HttpMessage signed =
                unsigned().with(MessageSignatures.sign(unsigned(), TestKeys.signing(), NOW));
        assertThat(MessageSignatures.verify(signed, keys("[]"), NOW))
                .isEqualTo(new Verdict.UnknownKey(TestKeys.ID));
        assertThat(
                        MessageSignatures.verify(
                                signed,
                                keys("[{\"kid\":\"test-key-ecc-p256\",\"kty\":\"OKP\"}]"),
                                NOW))
                .isEqualTo(new Verdict.Fails("algorithm_unsupported"));
    }

    @Test
    void aKeyMayStandInTheNewPlaceOfTheNextRelease() {
        assertThat(PublishedKeys.of(Json.parse("{\"keys\":[" + TestKeys.PUBLIC + "]}")).usable())
                .containsKey(TestKeys.ID);
    }

    @Test
    void ofSeveralSignaturesOneThatHoldsIsEnough() {
        Map<String, String> added = MessageSignatures.sign(unsigned(), TestKeys.signing(), NOW);
        HttpMessage twice =
                unsigned()
                        .with(added)
                        .with(
                                Map.of(
                                        "Signature-Input",
                                        "wba=(\"@authority\" \"signature-agent\";key=\"wba\");keyid=\"x\", "
                                                + added.get("Signature-Input"),
                                        "Signature",
                                        "wba=:AAAA:, " + added.get("Signature")));
        assertThat(verdict(twice)).isEqualTo(new Verdict.Holds(TestKeys.ID));
    }

    @Test
    void withoutSignatureHeadersAMessageIsUnsigned() {
        assertThat(verdict(unsigned())).isEqualTo(new Verdict.Unsigned());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sig1",
                "sig1=",
                "sig1=(",
                "sig1=(\"@method\"",
                "sig1=(\"@method\");keyid=",
                "sig1=\"",
                "sig1=();keyid=\"test-key-ecc-p256\",",
                "(((((((((((((((((((((((((((((((("
            })
    void aHeaderThatIsNoDictionaryIsAnInvalidSignature(String input) {
        assertThat(verdict(completing("AAAA").with(Map.of("Signature-Input", input))))
                .isEqualTo(new Verdict.Fails("signature_invalid"));
    }

    @Test
    void aSettingThatIsNoKeyIsNamedAndNeverShown() {
        assertThatThrownBy(() -> SigningKey.of(new Secret("{\"d\":\"hush\"}"), "signing_key"))
                .isInstanceOf(Misconfigured.class)
                .hasMessageContaining("signing_key")
                .hasMessageNotContaining("hush");
        assertThatThrownBy(() -> SigningKey.of(new Secret(TestKeys.PUBLIC), "signing_key"))
                .isInstanceOf(Misconfigured.class);
    }

    private static HttpMessage unsigned() {
        return HttpMessage.request(
                "POST",
                COMPLETE,
                headers(
                        Map.of(
                                "ucp-agent",
                                "profile=\"https://truecart.example/ucp.json\"",
                                "idempotency-key",
                                "550e8400-e29b-41d4-a716-446655440000",
                                "content-type",
                                "application/json")),
                BODY);
    }

    private static HttpMessage completing(String signature) {
        return unsigned()
                .with(
                        Map.of(
                                "Content-Digest",
                                DIGEST,
                                "Signature-Input",
                                "sig1=(\"@method\" \"@authority\" \"@path\" \"@query\" \"ucp-agent\""
                                        + " \"idempotency-key\" \"content-digest\""
                                        + " \"content-type\");created=1764144000;keyid=\"test-key-ecc-p256\"",
                                "Signature",
                                "sig1=:" + signature + ":"));
    }

    private static HttpMessage signedBy(HttpMessage message, String parameters) {
        List<String> covered =
                StructuredFields.dictionary("sig1=" + parameters)
                        .orElseThrow()
                        .values()
                        .iterator()
                        .next()
                        .items()
                        .stream()
                        .map(item -> item.quoted().orElseThrow())
                        .toList();
        String base = MessageSignatures.base(message, covered, parameters).orElseThrow();
        return message.with(
                Map.of(
                        "Signature-Input",
                        "sig1=" + parameters,
                        "Signature",
                        "sig1=" + StructuredFields.bytes(TestKeys.signing().sign(base))));
    }

    private static Verdict verdict(HttpMessage message) {
        return MessageSignatures.verify(message, TestKeys.published(), NOW);
    }

    private static PublishedKeys keys(String list) {
        return PublishedKeys.of(Json.parse("{\"signing_keys\":" + list + "}"));
    }

    private static Map<String, List<String>> headers(Map<String, String> headers) {
        Map<String, List<String>> all = new TreeMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }
}
