package com.truecart.app.checkout;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Requests that carry a key: the same request again is given the first one's answer, whatever
 * happened in between.
 */
@Component
public class IdempotentRequests {
    /**
     * A request under way for longer has died with its process; the work itself is safe to do
     * again.
     */
    private static final Duration DEAD = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    IdempotentRequests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** An answer as it was, or will be, sent. */
    public record Answer(int status, String body) {}

    /** What became of a request with a key. */
    public sealed interface Result {
        /** The answer, the first or the same again. */
        record Answered(Answer answer) implements Result {}

        /** The first request is still under way. */
        record StillRunning() implements Result {}

        /** The key was used for another request. */
        record OtherRequest() implements Result {}
    }

    /**
     * Does the work once per key.
     *
     * @param request everything that makes the request what it is: method, address and body
     */
    public Result once(UUID shopper, String key, String request, Supplier<Answer> work) {
        byte[] hash = sha256(request);
        if (!begin(shopper, key, hash)) {
            return earlier(shopper, key, hash);
        }
        boolean done = false;
        try {
            Answer answer = work.get();
            jdbc.sql(
                            """
                            update idempotency set state = 'done', status = :status, response = :body
                            where shopper = :shopper and key = :key
                            """)
                    .param("status", answer.status())
                    .param("body", answer.body())
                    .param("shopper", shopper)
                    .param("key", key)
                    .update();
            done = true;
            return new Result.Answered(answer);
        } finally {
            if (!done) {
                jdbc.sql(
                                "delete from idempotency where shopper = :shopper and key = :key and state = 'running'")
                        .param("shopper", shopper)
                        .param("key", key)
                        .update();
            }
        }
    }

    private boolean begin(UUID shopper, String key, byte[] hash) {
        Instant now = clock.instant();
        return jdbc.sql(
                                """
                                insert into idempotency (shopper, key, request_hash, state, created_at)
                                values (:shopper, :key, :hash, 'running', :now)
                                on conflict (shopper, key) do update set created_at = :now
                                where idempotency.state = 'running' and idempotency.created_at < :dead
                                  and idempotency.request_hash = :hash
                                """)
                        .param("shopper", shopper)
                        .param("key", key)
                        .param("hash", hash)
                        .param("now", utc(now))
                        .param("dead", utc(now.minus(DEAD)))
                        .update()
                == 1;
    }

    private Result earlier(UUID shopper, String key, byte[] hash) {
        return jdbc.sql(
                        """
                        select request_hash, state, status, response from idempotency
                        where shopper = :shopper and key = :key
                        """)
                .param("shopper", shopper)
                .param("key", key)
                .query((row, _) -> {
                    if (!MessageDigest.isEqual(row.getBytes("request_hash"), hash)) {
                        return (Result) new Result.OtherRequest();
                    }
                    return row.getString("state").equals("done")
                            ? new Result.Answered(
                                    new Answer(
                                            row.getInt("status"),
                                            Optional.ofNullable(row.getString("response"))
                                                    .orElse("")))
                            : new Result.StillRunning();
                })
                .optional()
                .orElseGet(Result.StillRunning::new);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
