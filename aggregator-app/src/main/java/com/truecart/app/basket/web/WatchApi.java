package com.truecart.app.basket.web;

import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.ListWatch;
import com.truecart.app.basket.ListWatches;
import com.truecart.app.basket.PlanQuestion;
import com.truecart.app.basket.PlanWishes;
import com.truecart.app.basket.web.ListBodies.MoneyBody;
import com.truecart.app.web.MoneyView;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.model.OrderTerms;
import com.truecart.pricing.plan.Basket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Watched lists for programs. */
@RestController
class WatchApi {
    private final ListWatches watches;
    private final Baskets baskets;

    WatchApi(ListWatches watches, Baskets baskets) {
        this.watches = watches;
        this.baskets = baskets;
    }

    /**
     * Watches the basket as it is now.
     *
     * @param below at this amount or less it is reached
     */
    record WatchRequest(
            @Nullable MoneyBody below,
            boolean onlyOrderable,
            @Nullable Integer maxStores,
            @Nullable Integer arrivesWithinDays) {}

    /**
     * A watched list.
     *
     * @param total what it came to when it was last planned, with {@code missing} wants left out
     */
    record WatchBody(
            UUID id,
            MoneyView below,
            boolean reached,
            Optional<Instant> reachedAt,
            Optional<MoneyView> total,
            OptionalInt missing,
            Optional<Instant> plannedAt) {

        static WatchBody of(ListWatch watch) {
            return new WatchBody(
                    watch.id(),
                    MoneyView.of(watch.below()),
                    watch.reachedAt().isPresent(),
                    watch.reachedAt(),
                    watch.seen().map(seen -> MoneyView.of(seen.total())),
                    watch.seen()
                            .map(seen -> OptionalInt.of(seen.missing()))
                            .orElse(OptionalInt.empty()),
                    watch.seen().map(ListWatch.Seen::at));
        }
    }

    @GetMapping("/api/v1/watches")
    List<WatchBody> all(ShopperId shopper) {
        return watches.of(shopper.value()).stream().map(WatchBody::of).toList();
    }

    @PostMapping("/api/v1/watches")
    @ResponseStatus(HttpStatus.CREATED)
    WatchBody add(ShopperId shopper, @RequestBody WatchRequest request) {
        PlanWishes wishes =
                new PlanWishes(
                        PlanApi.number("maxStores", request.maxStores(), 1, Basket.MOST_STORES),
                        PlanApi.number(
                                "arrivesWithinDays",
                                request.arrivesWithinDays(),
                                0,
                                OrderTerms.MOST_DAYS),
                        Set.of(),
                        false,
                        PlanWishes.USUAL);
        return WatchBody.of(
                watches.add(
                        shopper.value(),
                        new PlanQuestion(
                                baskets.of(shopper.value()), request.onlyOrderable(), wishes),
                        ListReader.amount("below", request.below())
                                .orElseThrow(
                                        () -> Problem.badRequest("below", "must be an amount"))));
    }

    @DeleteMapping("/api/v1/watches/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(ShopperId shopper, @PathVariable UUID id) {
        watches.remove(shopper.value(), id);
    }
}
