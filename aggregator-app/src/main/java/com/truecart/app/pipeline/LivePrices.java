package com.truecart.app.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.truecart.app.catalog.Asked;
import com.truecart.app.catalog.FreshPrices;
import com.truecart.app.catalog.Freshness;
import com.truecart.app.catalog.OfferFacts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Asks for the prices of stale offers while somebody waits for a page, and not a moment longer. One
 * question per offer is under way at a time, whoever asks; what came of it is known for a while, so
 * that a store that fails or has no room is not asked again by every visitor.
 */
@Component
class LivePrices implements FreshPrices, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(LivePrices.class);

    private static final int MOST_KNOWN = 20_000;

    /** Longer than any question takes: it ends with the time limit of its call. */
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    /** A record is read back in microseconds, a store's clock may be finer. */
    private static final Duration ROUNDING = Duration.ofMillis(1);

    private final ListingLookups lookups;
    private final PullPromises promises;
    private final LiveSettings settings;
    private final Clock clock;
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();
    private final Cache<Long, Question> questions =
            Caffeine.newBuilder()
                    .maximumSize(MOST_KNOWN)
                    .expireAfter(
                            Expiry.<Long, Question>writing((_, question) -> question.isKnownFor()))
                    .build();

    LivePrices(ListingLookups lookups, PullPromises promises, LiveSettings settings, Clock clock) {
        this.lookups = lookups;
        this.promises = promises;
        this.settings = settings;
        this.clock = clock;
    }

    /** One question, and its answer once there is one. */
    private record Question(Instant begunAt, long begunNanos, CompletableFuture<Asked> answer) {

        /** What is known of it now. */
        Asked outcome() {
            return answer.getNow(new Asked.Waiting(begunAt));
        }

        Duration isKnownFor() {
            return switch (outcome()) {
                case Asked.Waiting _ -> UNDER_WAY;
                // as long as people may wonder why a price is another one than they saw
                case Asked.Answered _ -> Duration.ofMinutes(15);
                case Asked.NoLongerListed _ -> Duration.ofMinutes(5);
                case Asked.Failed _ -> Duration.ofSeconds(30);
                case Asked.NoRoom _ -> Duration.ofSeconds(1);
            };
        }

        /** Whether there is nothing to ask about an offer as somebody has read it. */
        boolean answers(OfferFacts offer) {
            return switch (outcome()) {
                case Asked.Answered answered -> isNews(answered, offer);
                case Asked.Waiting _, Asked.NoLongerListed _, Asked.Failed _, Asked.NoRoom _ ->
                        true;
            };
        }

        static boolean isNews(Asked.Answered answered, OfferFacts offer) {
            return answered.at().isAfter(offer.seenAt().plus(ROUNDING));
        }
    }

    @Override
    public Map<Long, Freshness> of(Collection<OfferFacts> offers) {
        Map<Long, Freshness> freshness = new HashMap<>();
        for (OfferFacts offer : offers) {
            freshness.put(
                    offer.id(),
                    new Freshness(
                            promises.asOf(offer),
                            promises.isStale(offer),
                            Optional.ofNullable(questions.getIfPresent(offer.id()))
                                    .map(Question::outcome)));
        }
        return freshness;
    }

    @Override
    public boolean ask(Collection<OfferFacts> shown) {
        List<Question> asked =
                shown.stream()
                        .filter(promises::isStale)
                        .filter(promises::canBeAsked)
                        .filter(this::isOpen)
                        .sorted(Comparator.comparing(promises::asOf))
                        .limit(settings.mostAsked())
                        .map(this::question)
                        .toList();
        asked.forEach(this::await);
        return !asked.isEmpty();
    }

    /** Whether a question about the offer is yet to be asked, or is worth waiting for. */
    private boolean isOpen(OfferFacts offer) {
        Question before = questions.getIfPresent(offer.id());
        if (before == null || !before.answers(offer)) {
            return true;
        }
        return switch (before.outcome()) {
            case Asked.Waiting _ -> nanosLeft(before) > 0;
            // it came after the offer was read
            case Asked.Answered _ -> true;
            case Asked.NoLongerListed _, Asked.Failed _, Asked.NoRoom _ -> false;
        };
    }

    /** The one under way or answered already, else a new one. */
    private Question question(OfferFacts offer) {
        return questions
                .asMap()
                .compute(
                        offer.id(),
                        (_, before) ->
                                before != null && before.answers(offer) ? before : begin(offer));
    }

    private Question begin(OfferFacts offer) {
        Question question =
                new Question(clock.instant(), System.nanoTime(), new CompletableFuture<>());
        askers.execute(() -> {
            try {
                question.answer().complete(lookups.ask(offer));
            } catch (RuntimeException | Error e) {
                LOG.error("An offer could not be asked for anew", e);
                question.answer().complete(new Asked.Failed(Asked.Reason.OURS, clock.instant()));
            }
            // from now on it is known for as long as its answer says
            questions.asMap().replace(offer.id(), question, question);
        });
        return question;
    }

    /** A question is waited for until its own deadline, by whoever joined it, too. */
    private void await(Question question) {
        try {
            question.answer().get(Math.max(0, nanosLeft(question)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException tooSlow) {
            // it goes on by itself
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private long nanosLeft(Question question) {
        return question.begunNanos() + settings.deadline().toNanos() - System.nanoTime();
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }
}
