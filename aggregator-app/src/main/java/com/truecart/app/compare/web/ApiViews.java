package com.truecart.app.compare.web;

import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.compare.PriceHistory;
import com.truecart.app.compare.PricedOffer;
import com.truecart.app.compare.ProductCard;
import com.truecart.app.compare.ProductOverview;
import com.truecart.app.compare.SearchAnswer;
import com.truecart.app.web.MoneyView;
import com.truecart.model.Localized;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.WayToPayLess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How search, products and comparisons stand on the wire; texts come in every language there is.
 */
final class ApiViews {

    private ApiViews() {}

    /** A page of an answer. */
    record Found(
            long total,
            int page,
            long pages,
            List<Summary> products,
            Map<String, List<Choice>> facets) {
        static Found of(SearchAnswer answer, Wording wording) {
            return new Found(
                    answer.total(),
                    answer.form().page(),
                    answer.pages(),
                    answer.cards().stream().map(card -> Summary.of(card, wording)).toList(),
                    Map.of(
                            "store", choices(answer.stores()),
                            "brand", choices(answer.brands()),
                            "category", choices(answer.categories())));
        }

        private static List<Choice> choices(SearchAnswer.Facet facet) {
            return facet.choices().stream()
                    .map(choice ->
                            new Choice(choice.value(), words(choice.label()), choice.products()))
                    .toList();
        }
    }

    /** A value to narrow by. */
    record Choice(String value, Map<String, String> label, int products) {}

    /** A product in a list. */
    record Summary(
            String id,
            Map<String, String> title,
            Optional<Map<String, String>> brand,
            long stores,
            Optional<OfferView> best,
            Optional<MoneyView> lowestGoods,
            Optional<MoneyView> highestGoods) {
        static Summary of(ProductCard card, Wording wording) {
            return new Summary(
                    card.product().id().toString(),
                    words(card.product().title()),
                    card.product().brand().map(ApiViews::words),
                    card.stores(),
                    card.best().map(best -> OfferView.of(best, List.of(), wording)),
                    card.lowestGoods().map(MoneyView::of),
                    card.highestGoods().map(MoneyView::of));
        }
    }

    /** One product with all offers. */
    record Product(
            String id,
            Map<String, String> title,
            Optional<Map<String, String>> brand,
            List<Map<String, String>> category,
            List<String> identifiers,
            Map<String, String> attributes,
            List<OfferView> offers,
            Optional<Low> thirtyDayLow) {
        static Product of(ProductOverview overview, Wording wording) {
            return new Product(
                    overview.product().id().toString(),
                    words(overview.product().title()),
                    overview.product().brand().map(ApiViews::words),
                    overview.product().category().stream().map(ApiViews::words).toList(),
                    overview.product().identifiers(),
                    overview.product().attributes(),
                    overview.offers().stream()
                            .map(offered -> OfferView.of(offered.priced(), offered.ways(), wording))
                            .toList(),
                    overview.lowest().map(Low::of));
        }
    }

    /**
     * An offer; its payable amount is for one unit and anyone, with delivery where that is known.
     */
    record OfferView(
            long id,
            String store,
            Map<String, String> storeName,
            MoneyView payable,
            MoneyView goods,
            Optional<MoneyView> delivery,
            boolean deliveryKnown,
            String availability,
            List<Step> steps,
            List<Left> notApplied,
            List<Way> waysToPayLess,
            Optional<String> page,
            Map<String, String> source,
            Instant seenAt) {
        static OfferView of(PricedOffer priced, List<WayToPayLess> ways, Wording wording) {
            return new OfferView(
                    priced.offer().id(),
                    priced.offer().store().toString(),
                    words(priced.storeName()),
                    MoneyView.of(priced.price().payable()),
                    MoneyView.of(priced.goods()),
                    priced.price().delivery().map(MoneyView::of),
                    priced.isDeliveryKnown(),
                    priced.offer().availability().name(),
                    priced.price().steps().stream().map(Step::of).toList(),
                    priced.price().notApplied().stream()
                            .map(left ->
                                    new Left(
                                            words(left.promotion().label()),
                                            wording.verdict(left.verdict())))
                            .toList(),
                    ways.stream().map(way -> Way.of(way, wording)).toList(),
                    priced.offer().page().map(Object::toString),
                    words(priced.source()),
                    priced.offer().seenAt());
        }
    }

    /** One step from the list price to what is paid. */
    record Step(
            String kind, Optional<Map<String, String>> label, MoneyView change, MoneyView after) {
        static Step of(PriceStep step) {
            return new Step(
                    step.kind().name(),
                    step.promotion().map(promotion -> words(promotion.label())),
                    MoneyView.of(step.change()),
                    MoneyView.of(step.after()));
        }
    }

    /** A promotion that is not in the price, and why, in the language asked for. */
    record Left(Map<String, String> label, String verdict) {}

    /** A lower price that needs something. */
    record Way(
            Map<String, String> label,
            int quantity,
            MoneyView payable,
            MoneyView perUnit,
            List<String> needs) {
        static Way of(WayToPayLess way, Wording wording) {
            return new Way(
                    words(way.promotion().label()),
                    way.price().quantity(),
                    MoneyView.of(way.price().payable()),
                    MoneyView.of(way.price().perUnit()),
                    way.needs().stream().map(wording::verdict).toList());
        }
    }

    /** The lowest recent price and who asked it. */
    record Low(MoneyView price, Map<String, String> storeName, Instant at) {
        static Low of(PriceHistory.Low low) {
            return new Low(
                    MoneyView.of(low.point().price()), words(low.storeName()), low.point().at());
        }
    }

    /** What was observed, oldest first. */
    record History(List<Seen> observations) {
        static History of(List<PriceObservation> observations) {
            return new History(observations.stream().map(Seen::of).toList());
        }
    }

    /** One observation. */
    record Seen(
            String store,
            Instant seenAt,
            MoneyView price,
            Optional<MoneyView> listPrice,
            String availability,
            List<String> promotions,
            String source) {
        static Seen of(PriceObservation seen) {
            return new Seen(
                    seen.store().toString(),
                    seen.seenAt(),
                    MoneyView.of(seen.price()),
                    seen.listPrice().map(MoneyView::of),
                    seen.availability().name(),
                    seen.promotions(),
                    seen.source().name());
        }
    }

    /** Products side by side. */
    record Compared(List<Summary> products, List<ComparedLow> thirtyDayLows) {}

    /** The lowest recent price of one of them. */
    record ComparedLow(String productId, Optional<Low> low) {}

    private static Map<String, String> words(Localized text) {
        return text.byLanguage();
    }
}
