package com.truecart.app.connection;

import com.truecart.spi.Call;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Names what went wrong on the wire, by who must act and by whether a write may have happened. */
record Wire(Collection<Secret> secrets) {

    /** The exception for a call that ended without an answer. */
    UpstreamException failed(IOException failure, Call call, String setting, Duration limit) {
        String where = Masking.mask(call.uri(), secrets);
        if (failure instanceof AddressGuard.InnerAddressException inner) {
            return new UpstreamException.Misconfigured(setting, String.valueOf(inner.getMessage()));
        }
        if (failure instanceof UnknownHostException) {
            return new UpstreamException.Unavailable(
                    where + ": no such host, or this machine has no network", failure);
        }
        if (Limits.neverConnected(failure)) {
            return new UpstreamException.Unavailable(
                    where + ": no connection (" + reason(failure) + ")", failure);
        }
        if (failure instanceof SSLHandshakeException
                || failure instanceof SSLPeerUnverifiedException) {
            return new UpstreamException.Unavailable(
                    where + ": its certificate is not accepted (" + reason(failure) + ")", failure);
        }
        return new UpstreamException.Unanswered(
                where
                        + ": no whole answer within "
                        + limit.toSeconds()
                        + " s ("
                        + reason(failure)
                        + ")",
                failure);
    }

    /**
     * The exception for an answer that is none of the connector's business; empty where the
     * connector decides.
     */
    Optional<UpstreamException> refused(Exchange.Answer answer, Call call, Instant now) {
        String where = Masking.mask(call.uri(), secrets);
        int status = answer.status();
        if (status == 401 || status == 403) {
            return Optional.of(
                    new UpstreamException.Refused(
                            where + ": it will not serve us (" + status + ")"));
        }
        if (status == 429) {
            return Optional.of(
                    new UpstreamException.Throttled(
                            where + ": it asks us to slow down (429)",
                            answer.header("retry-after").flatMap(text -> retryAfter(text, now))));
        }
        if (status >= 500 && call.safety() != Call.Safety.READ) {
            return Optional.of(
                    new UpstreamException.Unanswered(
                            where
                                    + ": it failed ("
                                    + status
                                    + "); whether it did what was asked is not known"));
        }
        if (status >= 502 && status <= 504) {
            return Optional.of(
                    new UpstreamException.Unavailable(where + ": it is down (" + status + ")"));
        }
        return Optional.empty();
    }

    /** Seconds, or a date as HTTP writes it; anything else is no advice. */
    static Optional<Duration> retryAfter(String text, Instant now) {
        if (text.matches("\\d{1,6}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            Duration until =
                    Duration.between(
                            now,
                            ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    /** A call as a person may see it. */
    Exchanged shown(Call call, Instant at, int status, String received, String failure) {
        WireText text = new WireText(secrets);
        return new Exchanged(
                at,
                call.method() + " " + mask(call.uri()),
                text.of(call.body().orElse("")),
                status,
                text.of(received),
                failure);
    }

    String mask(URI uri) {
        return Masking.mask(uri, secrets);
    }

    private String reason(IOException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : Masking.mask(message, secrets);
    }
}
