package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.Reply;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** The two doors of a shop: the Store API, and the Admin API where we have its key. */
final class Calls {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final String base;
    private final String publishableKey;
    private final Optional<Secret> secretKey;
    private final String country;
    private final UpstreamHttp http;

    Calls(
            URI shop,
            String publishableKey,
            Optional<Secret> secretKey,
            String country,
            UpstreamHttp http) {
        this.base = shop.toString().replaceAll("/+$", "");
        this.publishableKey = publishableKey;
        this.secretKey = secretKey;
        this.country = country.toLowerCase(Locale.ROOT);
        this.http = http;
    }

    /** What came back: Medusa says by status whether it did what was asked. */
    sealed interface Answer {
        /** Done. */
        record Good(Json body, Instant at) implements Answer {}

        /**
         * Not done, and the shop says why.
         *
         * @param code a narrower word than the type, where there is one ("insufficient_inventory")
         */
        record Refusal(int status, String type, String code, String message) implements Answer {}
    }

    /** Whether the Admin API is open to us. */
    boolean hasSecretKey() {
        return secretKey.isPresent();
    }

    /** The region with our country; prices, currency and tax are the region's. */
    Market market() {
        Json body =
                good(store("/regions?limit=1000&fields=id,currency_code,countries.iso_2")).body();
        for (Json region : body.list("regions")) {
            Set<String> countries = new HashSet<>();
            region.optionalList("countries").forEach(each -> countries.add(each.text("iso_2")));
            if (countries.contains(country)) {
                return new Market(
                        region.text("id"),
                        Amounts.currency(region, "currency_code"),
                        country,
                        countries);
            }
        }
        throw new Misconfigured(
                MedusaProvider.COUNTRY,
                "is " + country.toUpperCase(Locale.ROOT) + ", where the shop sells nothing");
    }

    /** Reads from the Store API. */
    Answer store(String path) {
        return answer(Call.get(URI.create(base + "/store" + path)));
    }

    /** Changes something in the Store API, or makes something: see the safety. */
    Answer store(String path, Map<String, ?> body, Safety safety) {
        return answer(
                Call.postJson(
                        URI.create(base + "/store" + path),
                        MAPPER.writeValueAsString(body),
                        safety));
    }

    /** Reads from the Admin API; only with a secret key. */
    Answer admin(String path) {
        Secret key =
                secretKey.orElseThrow(
                        () -> new Misconfigured(MedusaProvider.SECRET_KEY, "is needed for this"));
        String basic =
                Base64.getEncoder()
                        .encodeToString((key.reveal() + ":").getBytes(StandardCharsets.UTF_8));
        return read(
                Call.get(URI.create(base + "/admin" + path))
                        .header("Authorization", "Basic " + basic));
    }

    static Answer.Good good(Answer answer) {
        return switch (answer) {
            case Answer.Good good -> good;
            case Answer.Refusal(int status, String type, _, String message) ->
                    throw new Drifted(
                            "expected an answer, the shop refuses with "
                                    + status
                                    + " "
                                    + type
                                    + ": "
                                    + message);
        };
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Answer answer(Call call) {
        Answer answer = read(call.header("x-publishable-api-key", publishableKey));
        // 400, not 401: whoever answers is a Medusa that does not know the key
        if (answer instanceof Answer.Refusal(_, String type, _, String message)
                && type.equals("not_allowed")
                && message.toLowerCase(Locale.ROOT).contains("publishable")) {
            throw new Misconfigured(
                    MedusaProvider.PUBLISHABLE_KEY, "is not known to the shop: " + message);
        }
        return answer;
    }

    private Answer read(Call call) {
        Reply reply = http.send(call);
        Json body = Json.parse(reply.body());
        return reply.isSuccess()
                ? new Answer.Good(body, reply.at())
                : new Answer.Refusal(
                        reply.status(),
                        body.optionalText("type").orElse(""),
                        body.optionalText("code").orElse(""),
                        body.optionalText("message").orElse(""));
    }
}
