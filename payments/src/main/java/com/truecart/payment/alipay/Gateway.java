package com.truecart.payment.alipay;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.signature.Rsa;
import com.truecart.spi.Call;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Unanswered;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alipay's gateway, version 2: a form with a signature over its sorted fields; the answer is a node
 * named after the method, signed over its raw text.
 */
final class Gateway {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int WORDS = 200;

    private final String gateway;
    private final String appId;
    private final PrivateKey ours;
    private final PublicKey alipays;
    private final UpstreamHttp http;
    private final Clock clock;

    Gateway(ConnectorContext context) {
        gateway =
                WebAddress.of(context.required(AlipaySettings.GATEWAY))
                        .orElseThrow(() ->
                                new Misconfigured(AlipaySettings.GATEWAY, "is no http(s) address"))
                        .toString();
        appId = context.required(AlipaySettings.APP_ID);
        ours =
                Rsa.privateKey(
                        AlipaySettings.PRIVATE_KEY,
                        context.requiredSecret(AlipaySettings.PRIVATE_KEY).reveal());
        alipays =
                Rsa.publicKey(
                        AlipaySettings.ALIPAY_PUBLIC_KEY,
                        context.required(AlipaySettings.ALIPAY_PUBLIC_KEY));
        http = context.http();
        clock = context.clock();
    }

    /** What the gateway makes of a request. */
    sealed interface Outcome {
        record Done(Json body, Instant at) implements Outcome {
            /**
             * Alipay's signature covers neither the question nor the time: an answer to another
             * question is as well signed.
             */
            Json about(String name, String reference) {
                if (body.optionalText(name).filter(Names.sent(reference)::equals).isEmpty()) {
                    throw new Drifted(
                            "Alipay answers about another " + name + " than " + reference);
                }
                return body;
            }
        }

        /**
         * Surely not done.
         *
         * @param code Alipay's sub code, such as {@code ACQ.TRADE_NOT_EXIST}
         */
        record Not(String code, String message) implements Outcome {
            PaymentRefused refused() {
                return new PaymentRefused(code, message);
            }
        }
    }

    Outcome read(String method, Map<String, Object> content) {
        try {
            return call(method, content, Map.of(), Call.Safety.READ);
        } catch (Unanswered unsure) {
            throw new Unavailable("Alipay does not answer a question", unsure);
        }
    }

    /** Alipay does it once under the names in the content, however often it is asked. */
    Outcome write(String method, Map<String, Object> content, Map<String, String> more) {
        return call(method, content, more, Call.Safety.REPEATABLE_WRITE);
    }

    /** A signed address for a browser to go to. */
    URI page(String method, Map<String, Object> content, Map<String, String> more) {
        return URI.create(gateway + "?" + Fields.form(signed(method, content, more)));
    }

    /** Whether Alipay signed these fields: all but the signature and how it was made. */
    boolean isAlipays(Map<String, String> fields, String signature) {
        return Rsa.isSigned(
                alipays,
                Fields.toSign(fields, name -> !name.equals("sign") && !name.equals("sign_type")),
                signature);
    }

    private Outcome call(
            String method,
            Map<String, Object> content,
            Map<String, String> more,
            Call.Safety safety) {
        Map<String, String> fields = signed(method, content, more);
        // how the body is to be decoded must be known before it is
        Call call =
                new Call(
                        "POST",
                        URI.create(gateway + "?charset=utf-8"),
                        Map.of("Content-Type", "application/x-www-form-urlencoded;charset=utf-8"),
                        Optional.of(Fields.form(fields)),
                        safety);
        Reply reply = http.send(call);
        if (!reply.isSuccess()) {
            throw safety == Call.Safety.READ
                    ? new Unavailable("Alipay answers " + reply.status())
                    : new Unanswered("Alipay answers " + reply.status());
        }
        return outcome(method, reply);
    }

    private Map<String, String> signed(
            String method, Map<String, Object> content, Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(more);
        fields.put("app_id", appId);
        fields.put("method", method);
        fields.put("format", "JSON");
        fields.put("charset", "utf-8");
        fields.put("sign_type", "RSA2");
        fields.put("timestamp", Fields.time(clock.instant()));
        fields.put("version", "1.0");
        fields.put("biz_content", MAPPER.writeValueAsString(new TreeMap<>(content)));
        Predicate<String> all = name -> true;
        fields.put("sign", Rsa.sign(ours, Fields.toSign(fields, all)));
        return fields;
    }

    private Outcome outcome(String method, Reply reply) {
        Json whole = Json.parse(reply.body());
        String name = method.replace('.', '_') + "_response";
        Optional<Json> node = whole.optional(name);
        if (node.isEmpty()) {
            // the gateway itself, before any work
            Json error = whole.at("error_response");
            throw refusal(
                    error.optionalText("sub_code").orElseGet(() -> error.text("code")),
                    words(error));
        }
        Optional<String> signature = whole.optionalText("sign");
        String raw = RawNode.of(reply.body(), name);
        if (signature.filter(sign -> Rsa.isSigned(alipays, raw, sign)).isEmpty()) {
            throw refusedUnsigned(node.get());
        }
        Json body = node.get();
        String code = body.text("code");
        return switch (code) {
            case "10000" -> new Outcome.Done(body, reply.at());
            case "40004" -> {
                String sub = body.text("sub_code");
                if (sub.endsWith("SYSTEM_ERROR")) {
                    throw new Unanswered("Alipay answers " + sub);
                }
                yield new Outcome.Not(sub, words(body));
            }
            // 20000: the service is not to be had, which says nothing about what was done
            case "20000", "10003" -> throw new Unanswered("Alipay answers " + code);
            default -> throw refusal(body.optionalText("sub_code").orElse(code), words(body));
        };
    }

    /** Of what was not signed only a refusal of our own signature is believed: it costs nothing. */
    private static RuntimeException refusedUnsigned(Json node) {
        String code = node.optionalText("sub_code").orElse("");
        return code.startsWith("isv.") || code.startsWith("isp.")
                ? refusal(code, words(node))
                : new Drifted("the signature of Alipay's answer does not fit");
    }

    private static RuntimeException refusal(String code, String words) {
        return switch (code) {
            case "isv.invalid-signature" ->
                    new Misconfigured(
                            AlipaySettings.PRIVATE_KEY, "does not fit: Alipay says " + words);
            case "isv.invalid-app-id" ->
                    new Misconfigured(AlipaySettings.APP_ID, "is unknown: Alipay says " + words);
            default -> new Refused("Alipay answers " + code + ": " + words);
        };
    }

    private static String words(Json node) {
        return PlainText.of(
                node.optionalText("sub_msg").or(() -> node.optionalText("msg")).orElse("no reason"),
                WORDS);
    }
}
