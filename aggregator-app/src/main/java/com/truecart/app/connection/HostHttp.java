package com.truecart.app.connection;

import com.truecart.spi.Budget;
import com.truecart.spi.Call;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamHttp;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One connection's calls: limited, repeated where that is safe, timed, and shown to the pull's
 * snapshots.
 */
final class HostHttp implements UpstreamHttp {
    private static final int BEGINNING = 1 << 16;

    private final String connectionId;
    private final Budget budget;
    private final Turns limits;
    private final Exchange exchange;
    private final Wire wire;
    private final Function<URI, String> settingOf;
    private final Snapshots snapshots;
    private final Clock clock;
    private final MeterRegistry meters;
    private final Instant lastDeparture;
    private final Optional<Witness> witness;

    /**
     * @param lastDeparture writes that have not left by then are dropped
     * @param witness sees each call, also one that is repeated or fails
     */
    HostHttp(
            String connectionId,
            Budget budget,
            Turns limits,
            Exchange exchange,
            Wire wire,
            Function<URI, String> settingOf,
            Snapshots snapshots,
            Clock clock,
            MeterRegistry meters,
            Instant lastDeparture,
            Optional<Witness> witness) {
        this.connectionId = connectionId;
        this.budget = budget;
        this.limits = limits;
        this.exchange = exchange;
        this.wire = wire;
        this.settingOf = settingOf;
        this.snapshots = snapshots;
        this.clock = clock;
        this.meters = meters;
        this.lastDeparture = lastDeparture;
        this.witness = witness;
    }

    @Override
    public Reply send(Call call) {
        requireWeb(call.uri());
        Timer.Sample sample = Timer.start(meters);
        String outcome = "answered";
        try {
            Reply reply = limits.run(call.safety(), () -> once(call));
            if (call.safety() == Call.Safety.READ) {
                show(call.uri(), reply);
            }
            return reply;
        } catch (UpstreamException e) {
            outcome = e.getClass().getSimpleName();
            throw e;
        } finally {
            sample.stop(
                    Timer.builder("truecart.upstream.calls")
                            .tag("connection", connectionId)
                            .tag("safety", call.safety().name())
                            .tag("outcome", outcome)
                            .register(meters));
        }
    }

    private Reply once(Call call) {
        if (call.safety() != Call.Safety.READ && clock.instant().isAfter(lastDeparture)) {
            // it waited for its turn, or behind the reads before it; later its answer would be
            // looked for in vain
            throw new UpstreamException.Unavailable(
                    wire.mask(call.uri()) + ": held up too long before sending, so not sent");
        }
        try {
            return exchange.send(call, budget.timeout(), answer -> read(call, answer));
        } catch (IOException e) {
            UpstreamException failed =
                    wire.failed(e, call, settingOf.apply(call.uri()), budget.timeout());
            tell(call, 0, "", String.valueOf(failed.getMessage()));
            throw failed;
        }
    }

    private void tell(Call call, int status, String received, String failure) {
        Instant at = clock.instant();
        witness.ifPresent(one -> one.saw(() -> wire.shown(call, at, status, received, failure)));
    }

    private Reply read(Call call, Exchange.Answer answer) throws IOException {
        Optional<UpstreamException> refused = wire.refused(answer, call, clock.instant());
        if (refused.isPresent()) {
            tell(
                    call,
                    answer.status(),
                    witness.isPresent() ? beginning(answer) : "",
                    String.valueOf(refused.get().getMessage()));
            throw refused.get();
        }
        byte[] body = answer.body().readNBytes(Math.toIntExact(budget.largestReply() + 1));
        if (body.length > budget.largestReply()) {
            String why =
                    wire.mask(call.uri())
                            + ": its answer is larger than the "
                            + budget.largestReply()
                            + " bytes allowed";
            tell(call, answer.status(), "", why);
            throw new UpstreamException.Drifted(why);
        }
        String text = new String(body, answer.charset());
        tell(call, answer.status(), text, "");
        return new Reply(answer.status(), answer.headers(), text, clock.instant());
    }

    /** Of an answer that is not read any further, or nothing where it cannot be read. */
    private static String beginning(Exchange.Answer answer) {
        try {
            return new String(answer.body().readNBytes(BEGINNING), answer.charset());
        } catch (IOException | RuntimeException brokenOff) {
            return "";
        }
    }

    private void requireWeb(URI uri) {
        if (!("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                || uri.getHost() == null) {
            throw new UpstreamException.Misconfigured(
                    settingOf.apply(uri), "must be an http or https address");
        }
    }

    private void show(URI uri, Reply reply) {
        byte[] content = reply.body().getBytes(StandardCharsets.UTF_8);
        snapshots.seen(
                wire.mask(uri),
                reply.at(),
                Digests.sha256(content),
                new Snapshots.Content() {
                    @Override
                    public long size() {
                        return content.length;
                    }

                    @Override
                    public InputStream open() {
                        return new ByteArrayInputStream(content);
                    }
                });
    }
}
