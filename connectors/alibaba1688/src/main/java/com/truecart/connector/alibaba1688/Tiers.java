package com.truecart.connector.alibaba1688;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prices that fall with the quantity (阶梯价): "from 2: 18.00, from 50: 16.50". By quoteType 1 each
 * spec has a price of its own whatever the quantity; by 2 all specs of an offer count together.
 *
 * @param tiers ascending; the first one is the price
 */
record Tiers(List<Tier> tiers) {
    private static final long BY_SPEC = 1;

    /** From so many units, each costs this. */
    record Tier(int from, Money price) {}

    Tiers {
        tiers = List.copyOf(tiers);
        if (tiers.isEmpty()) {
            throw new IllegalArgumentException("price: neither the spec nor the offer has one");
        }
        if (!tiers.getFirst().price().isPositive()) {
            throw new IllegalArgumentException("price: must be above nothing");
        }
    }

    static Tiers of(Json offer, Optional<Json> spec) {
        Json sale = offer.at("productSaleInfo");
        boolean isBySpec = sale.optionalNumber("quoteType").orElse(0) == BY_SPEC;
        List<Json> ranges = sale.optionalList("priceRangeList");
        if (spec.isPresent() && (isBySpec || ranges.isEmpty())) {
            return new Tiers(List.of(new Tier(1, price(spec.get()))));
        }
        return new Tiers(
                ranges.stream()
                        .map(range ->
                                new Tier(
                                        Math.toIntExact(range.number("startQuantity")),
                                        price(range)))
                        .sorted(Comparator.comparingInt(Tier::from))
                        .toList());
    }

    Money first() {
        return tiers.getFirst().price();
    }

    /** The lower tiers as rules, each for all units once their number is reached. */
    List<Promotion> promotions(Sku sku, Json offer) {
        Scope scope = sku.specId().isPresent() ? allSpecs(sku, offer) : new Scope.ThisOffer();
        List<Promotion> promotions = new ArrayList<>();
        for (Tier tier : tiers.subList(1, tiers.size())) {
            if (tier.price().compareTo(first()) < 0) {
                promotions.add(
                        new Promotion(
                                sku.offerId() + ":from:" + tier.from(),
                                Translate.localized(
                                        tier.from()
                                                + "件起 每件"
                                                + tier.price().major().toPlainString()),
                                Stage.QUANTITY,
                                scope,
                                new Trigger.MinQuantity(tier.from()),
                                new Benefit.UnitPrice(tier.price(), Optional.empty()),
                                Validity.OPEN,
                                Evidence.STATED));
            }
        }
        return promotions;
    }

    private static Scope allSpecs(Sku sku, Json offer) {
        Set<String> keys =
                offer.optionalList("productSkuInfos").stream()
                        .map(one -> new Sku(sku.offerId(), one.optionalText("specId")).key())
                        .collect(Collectors.toSet());
        return new Scope.Listings(keys);
    }

    /** The price for marketing, where it is the lower one, is what is asked now. */
    private static Money price(Json holder) {
        Money price = holder.price("price", Translate.CNY);
        return holder.optionalText("promotionPrice")
                .map(_ -> holder.price("promotionPrice", Translate.CNY))
                .filter(Money::isPositive)
                .map(price::min)
                .orElse(price);
    }
}
