package com.truecart.app.basket.web;

import com.truecart.app.basket.PlanProgress;
import com.truecart.app.web.MoneyView;
import com.truecart.pricing.plan.PurchasePlan;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * One search told as server-sent events: {@code better} for each cheaper plan, {@code searching}
 * while nothing better comes, {@code plans} with all of it at the end, {@code failed} otherwise.
 * When nobody listens any more, the search ends.
 */
final class PlanStream implements PlanProgress {
    private static final Logger LOG = LoggerFactory.getLogger(PlanStream.class);
    private static final Duration LONGEST = Duration.ofMinutes(10);
    private static final Duration BEAT = Duration.ofMillis(250);

    private final SseEmitter events = new SseEmitter(LONGEST.toMillis());
    private final AtomicBoolean isOver = new AtomicBoolean();
    private final Function<PlanProgress, PlanBodies> search;
    private final long start = System.nanoTime();

    PlanStream(Function<PlanProgress, PlanBodies> search) {
        this.search = search;
    }

    /** A cheaper plan. */
    record Better(MoneyView total, int stores, int missing, long milliseconds) {}

    /** The search goes on. */
    record Searching(long milliseconds) {}

    /** The search broke; the remedy is to ask again. */
    record Failed(String detail) {}

    SseEmitter start() {
        events.onCompletion(() -> isOver.set(true));
        events.onTimeout(() -> isOver.set(true));
        events.onError(_ -> isOver.set(true));
        Thread.ofVirtual().name("plan-stream").start(this::searchAndTell);
        Thread.ofVirtual().name("plan-stream-beat").start(this::beat);
        return events;
    }

    private void searchAndTell() {
        try {
            PlanBodies all = search.apply(this);
            sendLast("plans", all);
        } catch (RuntimeException e) {
            LOG.error("A streamed search broke", e);
            sendLast("failed", new Failed("the search broke; ask again"));
        } finally {
            events.complete();
        }
    }

    /** A connection that was closed is only noticed by writing to it. */
    private void beat() {
        while (!isOver.get()) {
            send("searching", new Searching(milliseconds()));
            LockSupport.parkNanos(BEAT.toNanos());
        }
    }

    @Override
    public void better(PurchasePlan plan) {
        send(
                "better",
                new Better(
                        MoneyView.of(plan.total()),
                        plan.orders().size(),
                        plan.missing().size(),
                        milliseconds()));
    }

    @Override
    public boolean isCalledOff() {
        return isOver.get();
    }

    private long milliseconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Nothing is sent after this. */
    private synchronized void sendLast(String name, Object what) {
        send(name, what);
        isOver.set(true);
    }

    private synchronized void send(String name, Object what) {
        if (isOver.get()) {
            return;
        }
        try {
            events.send(SseEmitter.event().name(name).data(what));
        } catch (IOException | IllegalStateException _) {
            // nobody listens any more
            isOver.set(true);
        }
    }
}
