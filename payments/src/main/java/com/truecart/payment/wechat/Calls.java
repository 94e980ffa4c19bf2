package com.truecart.payment.wechat;

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
import com.truecart.spi.UpstreamException.Unanswered;
import com.truecart.spi.UpstreamException.Unavailable;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** WeChat Pay's API, version 3, as one merchant speaks to it: JSON, signed both ways. */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String SCHEME = "WECHATPAY2-SHA256-RSA2048";
    private static final int WORDS = 200;

    private final String api;
    private final Merchant merchant;
    private final UpstreamHttp http;
    private final Clock clock;

    Calls(ConnectorContext context, Merchant merchant) {
        api =
                WebAddress.of(context.required(WechatKind.API))
                        .orElseThrow(
                                () -> new Misconfigured(WechatKind.API, "is no http(s) address"))
                        .toString()
                        .replaceAll("/+$", "");
        this.merchant = merchant;
        http = context.http();
        clock = context.clock();
    }

    /** What WeChat Pay makes of a request. */
    sealed interface Outcome {
        /**
         * Done.
         *
         * @param body empty where the answer is 204
         */
        record Done(Optional<Json> body, Instant at) implements Outcome {
            Json whole() {
                return body.orElseThrow(() -> new Drifted("WeChat Pay's answer has no body"));
            }

            /**
             * The signature does not cover the question: an answer to another one is as well
             * signed.
             */
            Json about(String name, String reference) {
                if (!whole().text(name).equals(reference)) {
                    throw new Drifted(
                            "WeChat Pay answers about another " + name + " than " + reference);
                }
                return whole();
            }
        }

        /** Surely not done. */
        record Not(int status, String code, String message) implements Outcome {
            PaymentRefused refused() {
                return new PaymentRefused(code, message);
            }
        }
    }

    /** An object; empty where WeChat Pay knows of none. */
    Optional<Outcome.Done> get(String path) {
        Reply reply = http.send(signed("GET", path, Optional.empty(), Call.Safety.READ));
        if (reply.status() >= 500) {
            throw new Unavailable("WeChat Pay answers " + reply.status());
        }
        return switch (outcome(reply)) {
            case Outcome.Done done -> Optional.of(done);
            case Outcome.Not not -> {
                if (not.status() == 404) {
                    yield Optional.empty();
                }
                throw new Drifted("WeChat Pay refuses a question: " + not.code());
            }
        };
    }

    /** WeChat Pay does it once under the names in the body, however often it is asked. */
    Outcome post(String path, Map<String, Object> body) {
        return outcome(
                http.send(
                        signed(
                                "POST",
                                path,
                                Optional.of(MAPPER.writeValueAsString(new TreeMap<>(body))),
                                Call.Safety.REPEATABLE_WRITE)));
    }

    private Call signed(String method, String path, Optional<String> body, Call.Safety safety) {
        String time = Long.toString(clock.instant().getEpochSecond());
        String nonce = UUID.randomUUID().toString().replace("-", "");
        String text =
                method + "\n" + path + "\n" + time + "\n" + nonce + "\n" + body.orElse("") + "\n";
        String authorization =
                SCHEME
                        + " mchid=\""
                        + merchant.number()
                        + "\",nonce_str=\""
                        + nonce
                        + "\",timestamp=\""
                        + time
                        + "\",serial_no=\""
                        + merchant.serial()
                        + "\",signature=\""
                        + Rsa.sign(merchant.key(), text)
                        + "\"";
        return new Call(
                method,
                URI.create(api + path),
                Map.of(
                        "Authorization",
                        authorization,
                        "Accept",
                        "application/json",
                        "Content-Type",
                        "application/json"),
                body,
                safety);
    }

    private Outcome outcome(Reply reply) {
        if (reply.isSuccess()) {
            merchant.platform()
                    .fault(reply::header, reply.body(), clock.instant())
                    .ifPresent(fault -> {
                        throw new Drifted("WeChat Pay's answer: " + fault);
                    });
            return new Outcome.Done(
                    reply.body().isEmpty()
                            ? Optional.empty()
                            : Optional.of(Json.parse(reply.body())),
                    reply.at());
        }
        if (reply.status() < 400 || reply.status() > 404) {
            throw new Drifted("WeChat Pay answers " + reply.status());
        }
        Json error = Json.parse(reply.body());
        String code = error.text("code");
        if (code.equals("SYSTEM_ERROR")) {
            throw new Unanswered("WeChat Pay answers " + code);
        }
        return new Outcome.Not(
                reply.status(),
                code,
                PlainText.of(error.optionalText("message").orElse("no reason"), WORDS));
    }
}
