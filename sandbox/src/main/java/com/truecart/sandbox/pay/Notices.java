package com.truecart.sandbox.pay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a provider tells merchants unasked: sent in order, again under the same id while nobody
 * takes it, and late or more than once where that is ordered.
 */
public final class Notices implements AutoCloseable {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** Looks between two attempts: the real ones wait for minutes and hours. */
    private static final int LOOKS_BETWEEN = 10;

    private static final int MOST_ATTEMPTS = 60;

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(PATIENCE)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
    private final Predicate<Answer> isTaken;
    private final List<Waiting> waiting = new ArrayList<>();
    private final ScheduledExecutorService clockwork;
    private boolean withheld;
    private int copies = 1;
    private Optional<Duration> age = Optional.empty();

    /** What a merchant answered. */
    record Answer(int status, String body) {}

    /**
     * A notice.
     *
     * @param headers worked out anew for each attempt, as signatures carry the time: as of so long
     *     ago
     */
    record Notice(URI to, String body, Function<Duration, Map<String, String>> headers) {}

    private record Waiting(Notice notice, Duration age, int attempts, int looksToGo) {}

    /**
     * @param isTaken what this provider takes for an answer that it was heard
     */
    Notices(String provider, Predicate<Answer> isTaken) {
        this.isTaken = isTaken;
        clockwork =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name(provider + "-notices").factory());
        ScheduledFuture<?> _ =
                clockwork.scheduleWithFixedDelay(
                        this::look, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    synchronized void send(Notice notice) {
        age.ifPresent(old -> waiting.add(new Waiting(notice, old, 0, 0)));
        for (int copy = 0; copy < copies; copy++) {
            waiting.add(new Waiting(notice, Duration.ZERO, 0, 0));
        }
    }

    /** Keeps everything back until {@link #letGo()}. */
    public synchronized void withhold() {
        withheld = true;
    }

    /** Sends what was kept back, the newest first: nobody promises an order. */
    public synchronized void letGo() {
        withheld = false;
        List<Waiting> reversed = new ArrayList<>(waiting.reversed());
        waiting.clear();
        waiting.addAll(reversed);
    }

    /** From now on sends each notice so many times. */
    public synchronized void copies(int times) {
        copies = times;
    }

    /** From now on sends each notice once more, first, signed as of so long ago. */
    public synchronized void alsoAsOf(Duration ago) {
        age = Optional.of(ago);
    }

    /** How many are not taken yet. */
    public synchronized int waiting() {
        return waiting.size();
    }

    @Override
    public void close() {
        clockwork.shutdownNow();
        http.shutdownNow();
    }

    private void look() {
        for (Waiting due : due()) {
            boolean isOver = isTaken(due) || due.attempts() + 1 >= MOST_ATTEMPTS;
            synchronized (this) {
                waiting.remove(due);
                if (!isOver) {
                    waiting.add(
                            new Waiting(
                                    due.notice(), due.age(), due.attempts() + 1, LOOKS_BETWEEN));
                }
            }
        }
    }

    private synchronized List<Waiting> due() {
        if (withheld) {
            return List.of();
        }
        waiting.replaceAll(one ->
                new Waiting(
                        one.notice(), one.age(), one.attempts(), Math.max(0, one.looksToGo() - 1)));
        return waiting.stream().filter(one -> one.looksToGo() == 0).toList();
    }

    private boolean isTaken(Waiting due) {
        Notice notice = due.notice();
        HttpRequest.Builder request =
                HttpRequest.newBuilder(notice.to())
                        .timeout(PATIENCE)
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        notice.body(), StandardCharsets.UTF_8));
        notice.headers().apply(due.age()).forEach(request::setHeader);
        try {
            var answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return isTaken.test(new Answer(answer.statusCode(), answer.body()));
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
