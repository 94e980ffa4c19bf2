package com.truecart.connector.ucp;

import com.truecart.connector.ucp.MessageSignatures.Verdict;
import com.truecart.kit.Json;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamHttp;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** The business of this connection: its profile, kept for a while. */
final class Merchant {
    /** Profiles are cacheable for at least a minute; a moved endpoint is found again after five. */
    private static final Duration PROFILE_LIFE = Duration.ofMinutes(5);

    /** Messages that name unknown keys cost the business one request a minute and no more. */
    private static final Duration BETWEEN_REFETCHES = Duration.ofMinutes(1);

    private static final String WELL_KNOWN = "/.well-known/ucp";

    private final String shop;
    private final UpstreamHttp http;
    private final Clock clock;
    private final AtomicReference<Optional<Known>> known = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Instant> refetchedAt = new AtomicReference<>(Instant.MIN);

    private record Known(Discovery discovery, Instant until) {}

    Merchant(URI shop, UpstreamHttp http, Clock clock) {
        this.shop = shop.toString().replaceAll("/+$", "");
        this.http = http;
        this.clock = clock;
    }

    /** Who it is, as far as that is still fresh; else it is asked. */
    Discovery discovery() {
        return known.get()
                .filter(kept -> clock.instant().isBefore(kept.until()))
                .map(Known::discovery)
                .orElseGet(this::discover);
    }

    /** Asks the business who it is; a redirect is refused, as the specification demands. */
    Discovery discover() {
        Json profile = profile(profileAddress());
        Discovery discovery =
                Discovery.of(Discovery.elsewhere(profile).map(this::profile).orElse(profile));
        known.set(Optional.of(new Known(discovery, clock.instant().plus(PROFILE_LIFE))));
        return discovery;
    }

    /** Empty where that was done just now. */
    private Optional<Discovery> rediscover() {
        Instant now = clock.instant();
        Instant before = refetchedAt.get();
        boolean isOurTurn =
                now.isAfter(before.equals(Instant.MIN) ? before : before.plus(BETWEEN_REFETCHES))
                        && refetchedAt.compareAndSet(before, now);
        return isOurTurn ? Optional.of(discover()) : Optional.empty();
    }

    /**
     * Whether this business signed a message. A key we do not know may be a new one, so the profile
     * is then read once more.
     */
    Verdict verdictOn(HttpMessage message) {
        Verdict verdict = MessageSignatures.verify(message, discovery().keys(), clock.instant());
        return verdict instanceof Verdict.UnknownKey
                ? rediscover()
                        .map(anew ->
                                MessageSignatures.verify(message, anew.keys(), clock.instant()))
                        .orElse(verdict)
                : verdict;
    }

    /** Whether a signer that gives this as its profile is this business. */
    boolean isAt(String profile) {
        try {
            URI theirs = URI.create(profile);
            URI ours = profileAddress();
            return ours.getScheme().equalsIgnoreCase(String.valueOf(theirs.getScheme()))
                    && HttpMessage.authority(ours).equals(HttpMessage.authority(theirs))
                    && ours.getRawPath().equals(theirs.getRawPath())
                    && theirs.getRawQuery() == null;
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private URI profileAddress() {
        return URI.create(shop + WELL_KNOWN);
    }

    private Json profile(URI address) {
        Reply reply = http.send(Call.get(address));
        if (!reply.isSuccess()) {
            throw new Drifted(
                    "expected a UCP profile at "
                            + address.getRawPath()
                            + ", the answer is "
                            + reply.status());
        }
        return Json.parse(reply.body());
    }
}
