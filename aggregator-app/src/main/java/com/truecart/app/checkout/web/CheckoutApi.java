package com.truecart.app.checkout.web;

import com.truecart.app.basket.PlanChoice;
import com.truecart.app.basket.PlanWishes;
import com.truecart.app.checkout.Checkout;
import com.truecart.app.checkout.CheckoutId;
import com.truecart.app.checkout.Checkouts;
import com.truecart.app.checkout.Checkouts.Outcome;
import com.truecart.app.checkout.IdempotentRequests;
import com.truecart.app.checkout.IdempotentRequests.Answer;
import com.truecart.app.checkout.IdempotentRequests.Result;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The till for programs. */
@RestController
class CheckoutApi {
    private final Checkouts checkouts;
    private final IdempotentRequests once;
    private final JsonMapper json;

    CheckoutApi(Checkouts checkouts, IdempotentRequests once, JsonMapper json) {
        this.checkouts = checkouts;
        this.once = once;
        this.json = json;
    }

    /**
     * Which plan to check out with, and who receives it.
     *
     * @param payTruecart whether Truecart is to be paid, for the stores that it can pay: each
     *     store's {@code paidTo} in the answer says who is
     * @param shortage what is to be done where a store turns out not to have goods; the answer says
     *     what counts
     */
    record StartRequest(
            @Nullable Strategy strategy,
            @Nullable Boolean onlyOrderable,
            @Nullable Boolean payTruecart,
            @Nullable RecipientForm recipient,
            @Nullable ShortageForm shortage) {}

    /** The consent: the fingerprint of what was shown. */
    record ConfirmRequest(@Nullable String agreed) {}

    @PostMapping("/api/v1/checkouts")
    ResponseEntity<CheckoutBody> start(ShopperId shopper, @RequestBody StartRequest request) {
        RecipientForm form =
                Optional.ofNullable(request.recipient()).orElseGet(RecipientForm::empty);
        if (request.strategy() == null) {
            throw Problem.badRequest("strategy", "must be one of " + List.of(Strategy.values()));
        }
        ShortagePolicy policy =
                Optional.ofNullable(request.shortage())
                        .orElseGet(ShortageForm::usual)
                        .policy("shortage.");
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            throw Problem.badRequest(
                    errors.keySet().stream()
                            .map(field -> "recipient." + field)
                            .collect(Collectors.joining(", ")),
                    "must be filled in properly");
        }
        Checkout checkout =
                checkouts
                        .start(
                                shopper.value(),
                                new PlanChoice(
                                        request.strategy(),
                                        !Boolean.FALSE.equals(request.onlyOrderable()),
                                        PlanWishes.NONE),
                                form.recipient(),
                                Boolean.TRUE.equals(request.payTruecart()),
                                policy)
                        .orElseThrow(() ->
                                Problem.conflict(
                                        "basket: holds nothing a store would take an order"
                                                + " for; add wants first"));
        return ResponseEntity.created(URI.create("/api/v1/checkouts/" + checkout.id()))
                .body(CheckoutBody.of(checkout, Optional.empty()));
    }

    @GetMapping("/api/v1/checkouts/{id}")
    CheckoutBody show(ShopperId shopper, @PathVariable UUID id) {
        Checkout checkout = find(shopper, id);
        return CheckoutBody.of(checkout, checkouts.orderOf(checkout));
    }

    @PostMapping("/api/v1/checkouts/{id}/confirm")
    ResponseEntity<String> confirm(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestHeader("Idempotency-Key") String key,
            @RequestBody ConfirmRequest request) {
        if (!key.matches("[\\x21-\\x7e]{8,128}")) {
            throw Problem.badRequest(
                    "Idempotency-Key",
                    "must be 8 to 128 visible ASCII characters, fresh per consent");
        }
        String agreed = request.agreed();
        if (agreed == null) {
            throw Problem.badRequest(
                    "agreed", "must be the fingerprint of the checkout that is agreed to");
        }
        Checkout checkout = find(shopper, id);
        return switch (once.once(
                shopper.value(),
                key,
                "confirm " + id + " " + agreed,
                () -> answer(checkouts.confirm(checkout, agreed)))) {
            case Result.Answered answered ->
                    ResponseEntity.status(answered.answer().status())
                            .contentType(MediaType.APPLICATION_JSON)
                            .body(answered.answer().body());
            case Result.StillRunning _ ->
                    throw Problem.conflict(
                            "Idempotency-Key: the first request with it is still under way; ask"
                                    + " again in a moment");
            case Result.OtherRequest _ ->
                    throw Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "Idempotency-Key: was used for another request; take a fresh one");
        };
    }

    private Answer answer(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Ordered ordered ->
                    new Answer(
                            HttpStatus.CREATED.value(),
                            json.writeValueAsString(made(ordered.order())));
            case Outcome.AskAgain again ->
                    asked(
                            "agreed: is not what the stores ask now; look at checkout.fingerprint"
                                    + " and agree again",
                            again.now());
            case Outcome.BasketChanged changed ->
                    asked(
                            changed.now().restOf().isPresent()
                                    ? "rest: some of it was decided about in another window, or"
                                            + " its store has it after all; nothing was ordered;"
                                            + " look at the rest of the order and begin again"
                                    : "checkout: the basket no longer holds all of its wants;"
                                            + " begin again",
                            changed.now());
            case Outcome.PassesLimit passed ->
                    asked(
                            "spending-limit: "
                                    + passed.spending().left()
                                    + " are left of this month's limit of "
                                    + passed.spending().limit()
                                    + "; order less, or change the limit",
                            passed.now());
            case Outcome.NothingLeft left ->
                    asked("checkout: no store sells this now; begin again", left.now());
        };
    }

    /** Where the order is, and where it has to be paid first, where it does. */
    private Map<String, String> made(OrderId order) {
        String address = "/api/v1/orders/" + order;
        return checkouts.awaitsPayment(order)
                ? Map.of(
                        "orderId",
                        order.toString(),
                        "order",
                        address,
                        "payment",
                        address + "/payment")
                : Map.of("orderId", order.toString(), "order", address);
    }

    private Answer asked(String detail, Checkout now) {
        return new Answer(
                HttpStatus.CONFLICT.value(),
                json.writeValueAsString(
                        Map.of(
                                "status",
                                HttpStatus.CONFLICT.value(),
                                "detail",
                                detail,
                                "checkout",
                                CheckoutBody.of(now, Optional.empty()))));
    }

    private Checkout find(ShopperId shopper, UUID id) {
        return checkouts
                .find(new CheckoutId(id), shopper.value())
                .orElseThrow(() -> Problem.notFound("id: there is no such checkout"));
    }
}
