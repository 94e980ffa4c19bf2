package com.truecart.pricing.words;

import com.truecart.model.Money;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.MinSpend.Side;
import java.util.List;
import java.util.Optional;

/** Says what must be true before a rule applies. */
final class TriggerWords {

    private final Lexicon lexicon;
    private final ScopeWords scopes;

    TriggerWords(Lexicon lexicon, ScopeWords scopes) {
        this.lexicon = lexicon;
        this.scopes = scopes;
    }

    /** The condition; empty where there is none. */
    Optional<String> of(Trigger trigger) {
        return switch (trigger) {
            case Trigger.Always() -> Optional.empty();
            case Trigger.MinSpend(Money amount, Optional<Side> side) ->
                    said(side.map(TriggerWords::spend).orElse("trigger.spend"), money(amount));
            case Trigger.MinQuantity(int units) -> said("trigger.units", units);
            case Trigger.MinDistinct(int offers) -> said("trigger.distinct", offers);
            case Trigger.Within(Scope scope, Trigger inner) ->
                    of(inner).map(words -> lexicon.say("trigger.within", scopes.of(scope), words));
            case Trigger.Code(String code) -> said("trigger.code", code);
            case Trigger.Member(String programme) -> said("trigger.member", programme);
            case Trigger.NewCustomer() -> said("trigger.newCustomer");
            case Trigger.PaymentMethod(String method) -> said("trigger.payment", method);
            case Trigger.Confirmed(Trigger.Confirmed.Matter matter, String subject) ->
                    said(key(matter), subject);
            case Trigger.AllOf(List<Trigger> triggers) -> {
                List<String> parts =
                        triggers.stream().flatMap(each -> part(each).stream()).toList();
                yield parts.isEmpty() ? Optional.empty() : Optional.of(lexicon.join("all", parts));
            }
            case Trigger.AnyOf(List<Trigger> triggers) -> {
                List<String> parts =
                        triggers.stream().flatMap(each -> part(each).stream()).toList();
                // one of them needs nothing, so all of them together need nothing
                yield parts.size() < triggers.size()
                        ? Optional.empty()
                        : Optional.of(lexicon.join("any", parts));
            }
            case Trigger.Unmodelled(String text) -> said("trigger.unmodelled", text);
        };
    }

    /**
     * A condition inside another: several at once are set off, so that "and" and "or" keep apart.
     */
    private Optional<String> part(Trigger trigger) {
        Optional<String> words = of(trigger);
        boolean isSeveral =
                switch (trigger) {
                    case Trigger.AllOf(List<Trigger> triggers) -> triggers.size() > 1;
                    case Trigger.AnyOf(List<Trigger> triggers) -> triggers.size() > 1;
                    case Trigger.Always _,
                            Trigger.MinSpend _,
                            Trigger.MinQuantity _,
                            Trigger.MinDistinct _,
                            Trigger.Within _,
                            Trigger.Code _,
                            Trigger.Member _,
                            Trigger.NewCustomer _,
                            Trigger.PaymentMethod _,
                            Trigger.Confirmed _,
                            Trigger.Unmodelled _ ->
                            false;
                };
        return isSeveral ? words.map(text -> lexicon.say("trigger.several", text)) : words;
    }

    private static String spend(Side side) {
        return switch (side) {
            case GROSS -> "trigger.spend.gross";
            case NET -> "trigger.spend.net";
        };
    }

    private static String key(Trigger.Confirmed.Matter matter) {
        return switch (matter) {
            case COUPON_CLAIMED -> "trigger.coupon";
            case GROUP -> "trigger.group";
            case REGION -> "trigger.region";
            case CHANNEL -> "trigger.channel";
            case TRADE_IN -> "trigger.tradeIn";
            case SCHEME -> "trigger.scheme";
        };
    }

    private Optional<String> said(String key, Object... values) {
        return Optional.of(lexicon.say(key, values));
    }

    private String money(Money amount) {
        return lexicon.money(amount);
    }
}
