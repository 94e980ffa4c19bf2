package com.truecart.pricing.words;

import com.truecart.model.Benefit;
import com.truecart.model.Contents;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.Article;
import com.truecart.pricing.EffectivePrice;
import com.truecart.pricing.GiftNote;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PerMeasure;
import com.truecart.pricing.PriceStep;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedLine;
import com.truecart.pricing.PricedPlatformCart;
import com.truecart.pricing.ValueBackNote;
import com.truecart.pricing.words.PriceLine.Kind;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Says a price line by line: how it comes about, what comes on top, and what did not apply. */
public final class PriceWords {

    private static final Optional<String> NONE = Optional.empty();

    private final RuleWords rules;
    private final VerdictWords verdicts;
    private final Lexicon lexicon;
    private final ZoneId zone;

    /**
     * @param rules says each rule; the lines are in its language
     * @param zone in whose time the moment of the price is told
     */
    public PriceWords(RuleWords rules, ZoneId zone) {
        this.rules = rules;
        this.lexicon = rules.lexicon();
        this.verdicts = new VerdictWords(lexicon);
        this.zone = zone;
    }

    /**
     * The lines of an offer's price.
     *
     * @param article what is known of the thing, for its price per kilogram, litre or piece
     * @param source who stated the price, in the reader's language
     */
    public List<PriceLine> lines(EffectivePrice price, Article article, String source) {
        List<PriceLine> lines = new ArrayList<>();
        steps(price.steps(), rules::sentence, lines);
        lines.add(payable(price.payable(), price.delivery()));
        if (price.quantity() > 1) {
            lines.add(line(Kind.PER_UNIT, say("price.perUnit"), price.perUnit()));
        }
        price.perMeasure(article).ifPresent(measure -> lines.add(perMeasure(measure)));
        notes(price.valueBack(), price.gifts(), price.notApplied(), rules::sentence, lines);
        proof(price.isProvenBest(), lines);
        lines.add(source(price.asOf(), source));
        return List.copyOf(lines);
    }

    /**
     * The lines of a cart's price.
     *
     * @param source who stated the prices, in the reader's language
     */
    public List<PriceLine> lines(PricedCart cart, String source) {
        List<PriceLine> lines = new ArrayList<>();
        Function<Promotion, String> sentence =
                promotion -> rules.sentence(promotion, statedOn(promotion, cart));
        steps(cart.steps(), sentence, lines);
        lines.add(payable(cart.payable(), cart.delivery()));
        notes(cart.valueBack(), cart.gifts(), cart.notApplied(), sentence, lines);
        proof(cart.isProvenBest(), lines);
        lines.add(source(cart.asOf(), source));
        return List.copyOf(lines);
    }

    /**
     * The lines of an order at several stores of one platform: what the stores' carts come to
     * together, then what stands beside each of them and beside the whole.
     *
     * @param source who stated the prices, in the reader's language
     */
    public List<PriceLine> lines(PricedPlatformCart cart, String source) {
        Map<Promotion, Set<String>> statedOn = new HashMap<>();
        for (PricedCart store : cart.stores().values()) {
            for (PricedLine line : store.lines()) {
                OfferTerms offer = line.line().offer();
                for (Promotion promotion : offer.promotions()) {
                    statedOn.computeIfAbsent(promotion, _ -> new TreeSet<>())
                            .add(offer.upstreamId());
                }
            }
        }
        Function<Promotion, String> sentence =
                promotion -> rules.sentence(promotion, statedOn.getOrDefault(promotion, Set.of()));
        List<PriceLine> lines = new ArrayList<>();
        steps(StepsTogether.of(cart.stores().values()), sentence, lines);
        Optional<Money> delivery =
                cart.stores().values().stream()
                        .map(PricedCart::delivery)
                        .reduce((one, other) -> one.flatMap(fee -> other.map(fee::plus)))
                        .orElseThrow();
        lines.add(payable(cart.payable(), delivery));
        for (PricedCart store : cart.stores().values()) {
            notes(store.valueBack(), store.gifts(), store.notApplied(), sentence, lines);
        }
        notes(cart.valueBack(), cart.gifts(), cart.notApplied(), sentence, lines);
        proof(cart.isProvenBest(), lines);
        lines.add(source(cart.asOf(), source));
        return List.copyOf(lines);
    }

    /** The offers of a cart that state a promotion; none where there is only one to speak of. */
    private static Set<String> statedOn(Promotion promotion, PricedCart cart) {
        Set<String> all = new TreeSet<>();
        Set<String> stating = new TreeSet<>();
        for (PricedLine line : cart.lines()) {
            OfferTerms offer = line.line().offer();
            all.add(offer.upstreamId());
            if (offer.promotions().contains(promotion)) {
                stating.add(offer.upstreamId());
            }
        }
        return all.size() > 1 ? stating : Set.of();
    }

    private void proof(boolean isProvenBest, List<PriceLine> lines) {
        if (!isProvenBest) {
            lines.add(new PriceLine(Kind.NOT_PROVEN_BEST, say("price.notProven"), NONE));
        }
    }

    private void steps(
            List<PriceStep> steps, Function<Promotion, String> sentence, List<PriceLine> lines) {
        for (PriceStep step : steps) {
            String amount =
                    step.kind() == PriceStep.Kind.LIST
                            ? lexicon.money(step.change())
                            : lexicon.change(step.change());
            lines.add(new PriceLine(Kind.STEP, words(step, sentence), Optional.of(amount)));
        }
    }

    private String words(PriceStep step, Function<Promotion, String> sentence) {
        return switch (step.kind()) {
            case LIST -> say("step.list");
            case STORE_PRICE -> say("step.storePrice");
            case PROMOTION -> step.promotion().map(sentence).orElseThrow();
            case TAX -> say("step.tax");
            case DELIVERY -> say("step.delivery");
        };
    }

    private PriceLine payable(Money payable, Optional<Money> delivery) {
        String words = say(delivery.isPresent() ? "price.payable" : "price.payable.noDelivery");
        return line(Kind.PAYABLE, words, payable);
    }

    private PriceLine perMeasure(PerMeasure measure) {
        return line(Kind.PER_MEASURE, say(key(measure.unit())), measure.price());
    }

    private static String key(Contents.Unit unit) {
        return switch (unit) {
            case GRAM -> "price.perKilogram";
            case MILLILITRE -> "price.perLitre";
            case PIECE -> "price.perPiece";
        };
    }

    private void notes(
            List<ValueBackNote> valueBack,
            List<GiftNote> gifts,
            List<NotApplied> notApplied,
            Function<Promotion, String> sentence,
            List<PriceLine> lines) {
        for (ValueBackNote note : valueBack) {
            lines.add(
                    line(
                            Kind.VALUE_BACK,
                            say(key(note.form()), sentence.apply(note.promotion())),
                            note.value()));
        }
        for (GiftNote gift : gifts) {
            lines.add(
                    new PriceLine(
                            Kind.GIFT,
                            say("price.gift", gift.description()),
                            gift.declaredValue()
                                    .map(worth -> say("price.gift.worth", lexicon.money(worth)))));
        }
        for (NotApplied each : notApplied) {
            lines.add(
                    new PriceLine(
                            Kind.NOT_APPLIED,
                            say(
                                    "price.notApplied",
                                    sentence.apply(each.promotion()),
                                    verdicts.of(each.verdict())),
                            NONE));
        }
    }

    private static String key(Benefit.ValueBack.Form form) {
        return switch (form) {
            case POINTS -> "price.back.points";
            case CASH_BACK -> "price.back.cash";
            case COUPON -> "price.back.coupon";
        };
    }

    private PriceLine source(Instant asOf, String source) {
        return new PriceLine(
                Kind.SOURCE, say("price.source", lexicon.moment(asOf, zone), source), NONE);
    }

    private PriceLine line(Kind kind, String words, Money amount) {
        return new PriceLine(kind, words, Optional.of(lexicon.money(amount)));
    }

    private String say(String key, Object... values) {
        return lexicon.say(key, values);
    }
}
