package com.truecart.connector.ucp;

import com.truecart.connector.ucp.MessageSignatures.Verdict;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Sends calls under our name, signed where we have a key, and takes no answer whose signature does
 * not hold. An answer without one is taken: the protocol recommends it only for completing.
 */
final class SignedHttp {
    /**
     * A host may add the charset it encodes with; said from the start, what is sent is what was
     * signed.
     */
    private static final String JSON = "application/json; charset=UTF-8";

    private final UpstreamHttp http;
    private final Merchant merchant;
    private final URI profile;
    private final Optional<SigningKey> key;
    private final Clock clock;

    SignedHttp(
            UpstreamHttp http,
            Merchant merchant,
            URI profile,
            Optional<SigningKey> key,
            Clock clock) {
        this.http = http;
        this.merchant = merchant;
        this.profile = profile;
        this.key = key;
        this.clock = clock;
    }

    /** Where the business reads who we are. */
    URI profile() {
        return profile;
    }

    /**
     * Sends one call.
     *
     * @throws Drifted where the answer is signed and the signature does not hold
     */
    Reply send(Call call) {
        Call named =
                call.header("UCP-Agent", "profile=\"" + profile + "\"")
                        .header("Request-Id", UUID.randomUUID().toString());
        Reply reply = http.send(key.map(ours -> signed(named, ours)).orElse(named));
        HttpMessage answer = HttpMessage.answer(reply.status(), reply.headers(), reply.body());
        if (answer.has("signature") || answer.has("signature-input")) {
            refuseUnlessSigned(merchant.verdictOn(answer));
        }
        return reply;
    }

    private Call signed(Call call, SigningKey ours) {
        Call typed = call.body().isPresent() ? call.header("Content-Type", JSON) : call;
        Map<String, List<String>> none = new TreeMap<>();
        HttpMessage message =
                HttpMessage.request(typed.method(), typed.uri(), none, typed.body().orElse(""))
                        .with(typed.headers());
        Call signed = typed;
        for (Map.Entry<String, String> added :
                MessageSignatures.sign(message, ours, clock.instant()).entrySet()) {
            signed = signed.header(added.getKey(), added.getValue());
        }
        return signed;
    }

    private static void refuseUnlessSigned(Verdict verdict) {
        Optional<String> fault =
                switch (verdict) {
                    case Verdict.Holds _ -> Optional.empty();
                    case Verdict.Unsigned _ -> Optional.of("signature_missing");
                    case Verdict.UnknownKey(String id) -> Optional.of("key_not_found, " + id);
                    case Verdict.Fails(String code) -> Optional.of(code);
                };
        if (fault.isPresent()) {
            throw new Drifted("the signature of the answer does not hold: " + fault.get());
        }
    }
}
