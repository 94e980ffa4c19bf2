package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketPlans;
import com.truecart.app.basket.PlanQuestion;
import com.truecart.app.basket.PlanWishes;
import com.truecart.app.basket.WishForm;
import com.truecart.app.basket.web.ListBodies.WantBody;
import com.truecart.app.web.Problem;
import com.truecart.model.OrderTerms;
import com.truecart.pricing.plan.Basket;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Plans for programs: at once, or as server-sent events with word of the way there. Closing the
 * connection calls a streamed search off.
 */
@RestController
class PlanApi {
    private static final int MOST_SECONDS = 30;

    private final BasketPlans plans;
    private final ListReader lists;
    private final Clock clock;

    PlanApi(BasketPlans plans, ListReader lists, Clock clock) {
        this.plans = plans;
        this.lists = lists;
        this.clock = clock;
    }

    /**
     * Asks for plans for a list, without a basket.
     *
     * @param onlyOrderable whether only stores are used that take orders from us
     * @param maxStores at how many stores to buy at most
     * @param arrivesWithinDays when every parcel must have arrived
     * @param without stores not to buy from, each as {@code connection/seller}
     * @param newOnly whether used and refurbished offers are left out
     * @param seconds how long to search at most for each number of stores, 1 to 30; half a second
     *     where left out
     */
    record PlansRequest(
            List<WantBody> wants,
            List<String> codes,
            boolean onlyOrderable,
            @Nullable Integer maxStores,
            @Nullable Integer arrivesWithinDays,
            List<String> without,
            @Nullable Boolean newOnly,
            @Nullable Integer seconds) {
        PlansRequest {
            wants = ListBodies.given(wants);
            codes = ListBodies.given(codes);
            without = ListBodies.given(without);
        }
    }

    @PostMapping(path = "/api/v1/plans", produces = MediaType.APPLICATION_JSON_VALUE)
    PlanBodies plans(@RequestBody PlansRequest request) {
        return PlanBodies.of(plans.plans(question(request), clock.instant()));
    }

    @PostMapping(path = "/api/v1/plans", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter stream(@RequestBody PlansRequest request) {
        PlanQuestion question = question(request);
        return new PlanStream(
                        progress -> PlanBodies.of(plans.plans(question, clock.instant(), progress)))
                .start();
    }

    private PlanQuestion question(PlansRequest request) {
        return new PlanQuestion(
                lists.contents(request.wants(), request.codes()),
                request.onlyOrderable(),
                new PlanWishes(
                        number("maxStores", request.maxStores(), 1, Basket.MOST_STORES),
                        number(
                                "arrivesWithinDays",
                                request.arrivesWithinDays(),
                                0,
                                OrderTerms.MOST_DAYS),
                        WishForm.stores("without", request.without()),
                        Boolean.TRUE.equals(request.newOnly()),
                        number("seconds", request.seconds(), 1, MOST_SECONDS).isEmpty()
                                ? PlanWishes.USUAL
                                : Duration.ofSeconds(
                                        number("seconds", request.seconds(), 1, MOST_SECONDS)
                                                .getAsInt())));
    }

    static OptionalInt number(String field, @Nullable Integer value, int least, int most) {
        if (value == null) {
            return OptionalInt.empty();
        }
        if (value < least || value > most) {
            throw Problem.badRequest(field, "must be from " + least + " to " + most);
        }
        return OptionalInt.of(value);
    }
}
