package com.truecart.pricing.words;

import com.truecart.model.Limits;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Stacking;
import com.truecart.model.Trigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * Says a rule in one sentence: "Spend HK$300.00, HK$50.00 off", "满 HK$300.00 减 HK$50.00".
 *
 * <p>The sentence is made from the rule each time, so it cannot say anything else than what is
 * computed. The store's own words are {@link Promotion#label}; they are not in it, apart from what
 * nobody understands. Neither are the time it holds, who pays for it, how it became known, and the
 * number of its priority, which says nothing to a shopper.
 */
public final class RuleWords {

    private final Lexicon lexicon;
    private final ScopeWords scopes;
    private final TriggerWords triggers;
    private final BenefitWords benefits;

    /**
     * @param reader Chinese for a reader of Chinese, English for everybody else
     * @param names what to call a listing, by its upstream id
     */
    public RuleWords(Locale reader, UnaryOperator<String> names) {
        this.lexicon = new Lexicon(reader);
        this.scopes = new ScopeWords(lexicon, names);
        this.triggers = new TriggerWords(lexicon, scopes);
        this.benefits = new BenefitWords(lexicon, scopes);
    }

    /** The rule in one sentence, without a full stop. */
    public String sentence(Promotion promotion) {
        return sentence(promotion, Set.of());
    }

    /**
     * The same where the rule is read apart from its offer, as in a cart of several.
     *
     * @param statedOn the offers it is stated on, which are named where it is about them; none
     *     where it stands beside its offer
     */
    String sentence(Promotion promotion, Set<String> statedOn) {
        String benefit =
                benefits.of(promotion.benefit(), promotion.scope() instanceof Scope.ThisOffer);
        String rule =
                triggers.of(promotion.trigger())
                        .map(condition ->
                                lexicon.say(joint(promotion.trigger()), condition, benefit))
                        .orElse(benefit);
        if (isScopeWorthAWord(promotion)) {
            rule = lexicon.say("rule.on", scopes.of(promotion.scope()), rule);
        } else if (promotion.scope() instanceof Scope.ThisOffer && !statedOn.isEmpty()) {
            rule = lexicon.say("rule.on", scopes.of(new Scope.Listings(statedOn)), rule);
        }
        List<String> besides = new ArrayList<>();
        promotion.limits().ifPresent(limits -> besides.addAll(words(limits)));
        promotion.stacking().ifPresent(stacking -> besides.addAll(words(stacking)));
        if (!besides.isEmpty()) {
            rule = lexicon.say("rule.besides", rule, lexicon.join("besides", besides));
        }
        return Lexicon.sentence(rule);
    }

    /** "满 300 减 50" is said in one breath, every other condition is set off. */
    private static String joint(Trigger trigger) {
        return trigger instanceof Trigger.MinSpend ? "rule.spend" : "rule.when";
    }

    /** A rule beside its offer is about it; one on the order, the fee or the payment about all. */
    private static boolean isScopeWorthAWord(Promotion promotion) {
        return switch (promotion.scope()) {
            case Scope.ThisOffer() -> false;
            case Scope.WholeStore() ->
                    promotion.stage() == Stage.ITEM || promotion.stage() == Stage.QUANTITY;
            case Scope.Listings _,
                    Scope.Categories _,
                    Scope.Brands _,
                    Scope.Except _,
                    Scope.NotReduced _,
                    Scope.BestBeforeWithin _,
                    Scope.AllOf _,
                    Scope.Unmodelled _ ->
                    true;
        };
    }

    private List<String> words(Limits limits) {
        List<String> words = new ArrayList<>();
        limits.perCustomer().ifPresent(times -> words.add(say("limits.perCustomer", times)));
        Optional<Long> used = limits.used();
        limits.total()
                .ifPresent(total ->
                        words.add(
                                used.map(gone ->
                                                say(
                                                        "limits.left",
                                                        Math.max(0, total - gone),
                                                        total))
                                        .orElseGet(() -> say("limits.total", total))));
        return words;
    }

    private List<String> words(Stacking stacking) {
        List<String> words = new ArrayList<>();
        if (stacking.exclusive()) {
            words.add(say("stacking.exclusive"));
        }
        stacking.group().ifPresent(group -> words.add(say("stacking.group", group)));
        if (stacking.last()) {
            words.add(say("stacking.last"));
        }
        stacking.combinesWith().ifPresent(stages -> words.add(combines(stages)));
        return words;
    }

    private String combines(Set<Stage> stages) {
        if (stages.isEmpty()) {
            return say("stacking.combines.none");
        }
        List<String> names = stages.stream().sorted().map(this::stage).toList();
        return say("stacking.combines", lexicon.join("and", names));
    }

    private String stage(Stage stage) {
        return switch (stage) {
            case ITEM -> say("stage.item");
            case QUANTITY -> say("stage.quantity");
            case STORE_ORDER -> say("stage.order");
            case STORE_COUPON -> say("stage.coupon");
            case PLATFORM -> say("stage.platform");
            case DELIVERY -> say("stage.delivery");
            case STORED_VALUE -> say("stage.stored");
            case PAYMENT -> say("stage.payment");
        };
    }

    Lexicon lexicon() {
        return lexicon;
    }

    private String say(String key, Object... values) {
        return lexicon.say(key, values);
    }
}
