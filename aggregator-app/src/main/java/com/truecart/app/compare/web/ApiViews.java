package com.truecart.app.compare.web;

import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.compare.PriceHistory;
import com.truecart.app.compare.PricedOffer;
import com.truecart.app.compare.ProductCard;
import com.truecart.app.compare.ProductOverview;
import com.truecart.app.compare.SearchAnswer;
import com.truecart.app.compare.Suggestion;
import com.truecart.app.web.MoneyView;
import com.truecart.model.Localized;
import com.truecart.pricing.GiftNote;
import com.truecart.pricing.PerMeasure;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.ValueBackNote;
import com.truecart.pricing.WayToPayLess;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.rank.Reason;
import com.truecart.search.Explained;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How search, products and comparisons stand on the wire; texts come in every language there is.
 */
final class ApiViews {

    private ApiViews() {}

    /**
     * A page of an answer.
     *
     * @param loosely whether no product has the words as they were typed, and close ones are given
     */
    record Found(
            long total,
            int page,
            long pages,
            List<Summary> products,
            Map<String, List<Choice>> facets,
            Optional<String> next,
            List<Explained> why,
            boolean loosely) {
        static Found of(SearchAnswer answer, Wording wording) {
            return new Found(
                    answer.total(),
                    answer.form().page(),
                    answer.pages(),
                    answer.cards().stream().map(card -> Summary.of(card, wording)).toList(),
                    Map.of(
                            "store", choices(answer.stores()),
                            "brand", choices(answer.brands()),
                            "category", choices(answer.categories())),
                    answer.next(),
                    answer.why(),
                    answer.loosely());
        }

        private static List<Choice> choices(SearchAnswer.Facet facet) {
            return facet.choices().stream()
                    .map(choice ->
                            new Choice(choice.value(), words(choice.label()), choice.products()))
                    .toList();
        }
    }

    /** What may be searched for instead of typing on. */
    record Suggested(Suggestion.Kind kind, Map<String, String> words) {
        static Suggested of(Suggestion suggestion) {
            return new Suggested(suggestion.kind(), ApiViews.words(suggestion.words()));
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
                    card.best()
                            .map(best -> OfferView.of(best, Optional.empty(), List.of(), wording)),
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
            int quantity,
            Optional<String> whyFirst,
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
                    overview.quantity(),
                    wording.whyFirst(overview),
                    overview.offers().stream()
                            .map(offered ->
                                    OfferView.of(
                                            offered.priced(),
                                            wording.place(overview, offered.priced()),
                                            offered.ways(),
                                            wording))
                            .toList(),
                    overview.lowest().map(Low::of));
        }
    }

    /**
     * An offer; its payable amount is for anyone and so many units, with delivery, once, where that
     * is known.
     *
     * @param place among the product's offers, from 1
     * @param placeKind why it stands behind the one before, for programs
     * @param placeReason the same for people; absent for the first and in lists of products
     * @param perUnit the goods' price of one unit, rounded
     * @param pricesAsOf up to when the price is known to hold
     * @param stale whether that is longer ago than the connection promises
     * @param asked what became of asking the store anew, where that was tried lately
     * @param waysToPayLess lower prices that need something; they never decide a place
     */
    record OfferView(
            long id,
            String store,
            Map<String, String> storeName,
            int quantity,
            int place,
            String placeKind,
            Optional<String> placeReason,
            MoneyView payable,
            MoneyView goods,
            MoneyView perUnit,
            Optional<Measure> perMeasure,
            Optional<MoneyView> delivery,
            boolean deliveryKnown,
            String availability,
            List<Step> steps,
            List<Left> notApplied,
            List<Way> waysToPayLess,
            List<Gift> gifts,
            List<Back> valueBack,
            Engine engine,
            Optional<String> page,
            Map<String, String> source,
            Instant seenAt,
            Instant pricesAsOf,
            boolean stale,
            Optional<AskedView> asked) {
        static OfferView of(
                PricedOffer priced,
                Optional<String> placeReason,
                List<WayToPayLess> ways,
                Wording wording) {
            return new OfferView(
                    priced.offer().id(),
                    priced.offer().store().toString(),
                    words(priced.storeName()),
                    priced.price().quantity(),
                    priced.ranked().place(),
                    kind(priced.ranked().reason()),
                    placeReason,
                    MoneyView.of(priced.price().payable()),
                    MoneyView.of(priced.goods()),
                    MoneyView.of(priced.price().perUnit()),
                    priced.perMeasure().map(Measure::of),
                    priced.price().delivery().map(MoneyView::of),
                    priced.isDeliveryKnown(),
                    priced.offer().availability().name(),
                    priced.price().steps().stream()
                            .map(step -> Step.of(step, priced, wording))
                            .toList(),
                    priced.price().notApplied().stream()
                            .map(left ->
                                    new Left(
                                            words(left.promotion().label()),
                                            wording.rule(left.promotion(), priced.offer()),
                                            wording.verdict(left.verdict())))
                            .toList(),
                    ways.stream().map(way -> Way.of(way, priced, wording)).toList(),
                    priced.price().gifts().stream().map(Gift::of).toList(),
                    priced.price().valueBack().stream().map(Back::of).toList(),
                    Engine.of(priced.engine()),
                    priced.offer().page().map(Object::toString),
                    words(priced.source()),
                    priced.offer().seenAt(),
                    priced.freshness().asOf(),
                    priced.freshness().stale(),
                    priced.freshness().asked().map(AskedView::of));
        }
    }

    /** One step from the list price to what is paid. */
    record Step(
            String kind,
            Optional<Map<String, String>> label,
            Optional<String> rule,
            Optional<String> evidence,
            MoneyView change,
            MoneyView after) {
        static Step of(PriceStep step, PricedOffer priced, Wording wording) {
            return new Step(
                    step.kind().name(),
                    step.promotion().map(promotion -> words(promotion.label())),
                    step.promotion().flatMap(promotion -> wording.rule(promotion, priced.offer())),
                    step.promotion().map(promotion -> promotion.evidence().name()),
                    MoneyView.of(step.change()),
                    MoneyView.of(step.after()));
        }
    }

    /** A promotion that is not in the price, and why, in the language asked for. */
    record Left(Map<String, String> label, Optional<String> rule, String verdict) {}

    /** A lower price that needs something. */
    record Way(
            Map<String, String> label,
            Optional<String> rule,
            String evidence,
            int quantity,
            MoneyView payable,
            MoneyView perUnit,
            List<String> needs) {
        static Way of(WayToPayLess way, PricedOffer priced, Wording wording) {
            return new Way(
                    words(way.promotion().label()),
                    wording.rule(way.promotion(), priced.offer()),
                    way.promotion().evidence().name(),
                    way.price().quantity(),
                    MoneyView.of(way.price().payable()),
                    MoneyView.of(way.price().perUnit()),
                    way.needs().stream().map(wording::verdict).toList());
        }
    }

    /** By which rules a price was worked out, and how these are known. */
    record Engine(String name, String version, String evidence) {
        static Engine of(EngineProfile profile) {
            return new Engine(profile.name(), profile.version(), profile.evidence().name());
        }
    }

    /** The goods' price per kilogram (GRAM), litre (MILLILITRE) or piece, rounded. */
    record Measure(MoneyView price, String unit, long per) {
        static Measure of(PerMeasure measure) {
            return new Measure(
                    MoneyView.of(measure.price()),
                    measure.unit().name(),
                    measure.unit().reference());
        }
    }

    /** What comes on top, never inside the amount. */
    record Gift(Map<String, String> label, String description, Optional<MoneyView> statedValue) {
        static Gift of(GiftNote gift) {
            return new Gift(
                    words(gift.promotion().label()),
                    gift.description(),
                    gift.declaredValue().map(MoneyView::of));
        }
    }

    /** What comes back later, never inside the amount. */
    record Back(Map<String, String> label, String form, MoneyView value) {
        static Back of(ValueBackNote note) {
            return new Back(
                    words(note.promotion().label()),
                    note.form().name(),
                    MoneyView.of(note.value()));
        }
    }

    private static String kind(Reason reason) {
        return switch (reason) {
            case Reason.First _ -> "FIRST";
            case Reason.CostsMore _ -> "COSTS_MORE";
            case Reason.DeliveryUnknown _ -> "DELIVERY_UNKNOWN";
            case Reason.OtherCurrency _ -> "OTHER_CURRENCY";
            case Reason.NotAvailable _ -> "NOT_AVAILABLE";
            case Reason.WeakerEvidence _ -> "WEAKER_EVIDENCE";
            case Reason.OlderPrice _ -> "OLDER_PRICE";
            case Reason.NothingElse _ -> "NOTHING_ELSE";
        };
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
