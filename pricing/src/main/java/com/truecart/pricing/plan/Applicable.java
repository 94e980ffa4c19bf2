package com.truecart.pricing.plan;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which promotions can lower a price for this shopper at all: the pricing engine judges each alone
 * on a cart of everything the store could sell. What is missed there for want of goods may still be
 * reached; what asks for a code nobody entered may not.
 */
final class Applicable {
    private final Store store;
    private final List<Option> options;
    private final Instant now;
    private final CartPricer pricer = new CartPricer();

    Applicable(Store store, List<Option> options, Instant now) {
        this.store = store;
        this.options = options;
        this.now = now;
    }

    /** Those of the store as a whole. */
    List<Promotion> ofStore() {
        return store.storePromotions().stream()
                .distinct()
                .filter(promotion -> isOpen(promotion, List.of(promotion), Set.of()))
                .toList();
    }

    /** Those stated on offers, by the offer's key. */
    Map<String, Set<Promotion>> ofOffers() {
        Map<Promotion, Set<String>> stated = new HashMap<>();
        for (Option option : options) {
            OfferTerms offer = option.candidate().offer();
            for (Promotion promotion : offer.promotions()) {
                stated.computeIfAbsent(promotion, _ -> new HashSet<>()).add(offer.upstreamId());
            }
        }
        Map<String, Set<Promotion>> open = new HashMap<>();
        stated.forEach((promotion, offers) -> {
            if (isOpen(promotion, List.of(), offers)) {
                offers.forEach(offer ->
                        open.computeIfAbsent(offer, _ -> new LinkedHashSet<>()).add(promotion));
            }
        });
        return open;
    }

    private boolean isOpen(Promotion promotion, List<Promotion> wide, Set<String> on) {
        List<CartLine> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Option option : options) {
            OfferTerms offer = option.candidate().offer();
            if (seen.add(offer.upstreamId())) {
                lines.add(
                        new CartLine(
                                offer.upstreamId(),
                                stating(
                                        offer,
                                        on.contains(offer.upstreamId())
                                                ? List.of(promotion)
                                                : List.of()),
                                option.units()));
            }
        }
        PricedCart priced =
                pricer.price(
                        new StoreCart(lines, wide, deliveryFor(lines.getFirst()), store.profile()),
                        store.shopper(),
                        now);
        return priced.notApplied().stream()
                .map(NotApplied::verdict)
                .allMatch(Applicable::mayStillHold);
    }

    private Optional<DeliveryTerms> deliveryFor(CartLine line) {
        return store.delivery()
                .filter(terms ->
                        terms.fee().currency().equals(line.offer().unitPrice().currency()));
    }

    private static boolean mayStillHold(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met _, Verdict.Missed _ -> true;
            case Verdict.RuledOut(var reason) ->
                    switch (reason) {
                        case NO_GAIN, DOES_NOT_COMBINE, ANOTHER_SAVES_MORE, TOO_FEW_LEFT -> true;
                        case NOT_VALID_NOW,
                                OTHER_CURRENCY,
                                NOTHING_IN_SCOPE,
                                NOT_A_NEW_CUSTOMER,
                                OTHER_PAYMENT_METHOD,
                                DECLINED,
                                USED_BEFORE,
                                QUOTA_GONE ->
                                false;
                    };
            // on a cart of one line, or without the other one, the engine has it
            case Verdict.Refused(var flaw, var _) ->
                    flaw == Verdict.Flaw.NO_SUCH_RULE || flaw == Verdict.Flaw.NO_ORDER;
            case Verdict.Unknown _ -> false;
        };
    }

    /** The offer as it would be with other promotions. */
    static OfferTerms stating(OfferTerms offer, List<Promotion> promotions) {
        return new OfferTerms(
                offer.upstreamId(),
                offer.brand(),
                offer.category(),
                offer.unitPrice(),
                offer.listPrice(),
                promotions,
                offer.article());
    }

    /** A thing at this price of which nothing else is known. */
    static OfferTerms thing(Money price) {
        return new OfferTerms(
                "probe", Optional.empty(), List.of(), price, Optional.empty(), List.of());
    }
}
