package com.truecart.pricing.words;

import com.truecart.model.Benefit;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Benefit.ValueBack.Form;
import com.truecart.model.Money;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Says what a rule gives. */
final class BenefitWords {

    private final Lexicon lexicon;
    private final ScopeWords scopes;

    BenefitWords(Lexicon lexicon, ScopeWords scopes) {
        this.lexicon = lexicon;
        this.scopes = scopes;
    }

    /**
     * What the rule gives.
     *
     * @param ofOneOffer whether all units in scope are of one offer, so that nothing need be said
     *     about which of them are lowered
     */
    String of(Benefit benefit, boolean ofOneOffer) {
        return switch (benefit) {
            case Benefit.UnitPrice(Money price, Optional<Integer> upTo) ->
                    upTo.map(units -> say("benefit.unitPrice.upTo", money(price), units))
                            .orElseGet(() -> say("benefit.unitPrice", money(price)));
            case Benefit.PercentOff(long rate, Optional<Money> cap) ->
                    capped(lexicon.off(rate), cap);
            case Benefit.AmountOff(Money amount, Per per) -> say(key(per), money(amount));
            case Benefit.Ladder(List<Rung> rungs) ->
                    rungs.size() == 1
                            ? rung(rungs.getFirst())
                            : say(
                                    "benefit.ladder",
                                    lexicon.join("rung", rungs.stream().map(this::rung).toList()));
            case Benefit.StepOff(Money every, Money off, Optional<Integer> most) ->
                    atMost(say("benefit.stepOff", money(every), money(off)), most);
            case Benefit.NthUnit(int n, long rate) ->
                    say("benefit.nthUnit", lexicon.ordinal(n), lexicon.off(rate), n);
            case Benefit.NthUnitPrice(int n, Money price) ->
                    say("benefit.nthUnitPrice", lexicon.ordinal(n), money(price), n);
            case Benefit.BundlePrice(int units, Money price) ->
                    say(
                            ofOneOffer ? "benefit.bundlePrice" : "benefit.bundlePrice.any",
                            units,
                            money(price));
            case Benefit.BundleSave(int units, Money off) ->
                    say(
                            ofOneOffer ? "benefit.bundleSave" : "benefit.bundleSave.any",
                            units,
                            money(off));
            case Benefit.SetPrice(Map<String, Integer> units, Money price) ->
                    say("benefit.set", set(units), money(price));
            case Benefit.QuantityPercent(int from, long rate) ->
                    say("benefit.quantityPercent", from, lexicon.off(rate));
            case Benefit.BuyXGetY offer ->
                    atMost(
                            ofOneOffer
                                    ? buyXGetY(offer)
                                    : say(key(offer.discounted()), buyXGetY(offer)),
                            offer.maxTimes());
            case Benefit.BuyThisGetThat offer -> buyThisGetThat(offer);
            case Benefit.AddOnPrice(Scope addOns, Money price, int most) ->
                    say("benefit.addOn", scopes.of(addOns), money(price), most);
            case Benefit.Gift(String description, Optional<Money> value) ->
                    value.map(worth -> say("benefit.gift.worth", description, money(worth)))
                            .orElseGet(() -> say("benefit.gift", description));
            case Benefit.DeliveryOff(long rate, Optional<Money> cap) ->
                    capped(
                            rate == Money.PPM
                                    ? say("benefit.delivery.free")
                                    : say("benefit.delivery", lexicon.off(rate)),
                            cap);
            case Benefit.DepositBoost(Money deposit, Money countsAs) ->
                    say("benefit.deposit", money(deposit), money(countsAs));
            case Benefit.StoredValue(Money value, long share, Money step) ->
                    say("benefit.stored", money(value), lexicon.percent(share), money(step));
            case Benefit.ValueBack(Form form, Reward reward, Optional<Money> cap) ->
                    back(say(key(form), amount(reward)), cap);
            case Benefit.Unmodelled(String text) -> say("benefit.unmodelled", text);
        };
    }

    private String capped(String words, Optional<Money> cap) {
        return cap.map(most -> say("benefit.capped", words, money(most))).orElse(words);
    }

    private String back(String words, Optional<Money> cap) {
        return cap.map(most -> say("benefit.back.capped", words, money(most))).orElse(words);
    }

    private String atMost(String words, Optional<Integer> times) {
        return times.map(most -> say("benefit.atMost", words, most)).orElse(words);
    }

    private String buyXGetY(Benefit.BuyXGetY offer) {
        return offer.ratePpm() == Money.PPM
                ? say("benefit.buyGet.free", offer.buy(), offer.get())
                : say("benefit.buyGet", offer.buy(), offer.get(), lexicon.off(offer.ratePpm()));
    }

    private String buyThisGetThat(Benefit.BuyThisGetThat offer) {
        String words =
                say(
                        "benefit.buyThisGetThat",
                        offer.buy(),
                        offer.get(),
                        scopes.of(offer.that()),
                        lexicon.off(offer.ratePpm()));
        return atMost(offer.selfUse() ? say("benefit.selfUse", words) : words, offer.maxTimes());
    }

    private String set(Map<String, Integer> units) {
        List<String> parts =
                new TreeMap<>(units)
                        .entrySet().stream()
                                .map(each ->
                                        say(
                                                "benefit.set.part",
                                                each.getValue(),
                                                scopes.name(each.getKey())))
                                .toList();
        return lexicon.join("and", parts);
    }

    private String rung(Rung rung) {
        String reward =
                switch (rung.reward()) {
                    case Reward.Amount(Money amount) -> say("benefit.amountOff", money(amount));
                    case Reward.Rate(long rate) -> lexicon.off(rate);
                };
        return switch (rung.reach()) {
            case Reach.Spend(Money amount) -> say("rung.spend", money(amount), reward);
            case Reach.Units(int count) -> say("rung.units", count, reward);
        };
    }

    private String amount(Reward reward) {
        return switch (reward) {
            case Reward.Amount(Money amount) -> money(amount);
            case Reward.Rate(long rate) -> lexicon.percent(rate);
        };
    }

    private static String key(Per per) {
        return switch (per) {
            case UNIT -> "benefit.amountOff.unit";
            case LINE -> "benefit.amountOff.line";
            case ORDER -> "benefit.amountOff";
        };
    }

    private static String key(Pick pick) {
        return switch (pick) {
            case CHEAPEST -> "benefit.buyGet.cheapest";
            case DEAREST -> "benefit.buyGet.dearest";
        };
    }

    private static String key(Form form) {
        return switch (form) {
            case POINTS -> "benefit.back.points";
            case CASH_BACK -> "benefit.back.cash";
            case COUPON -> "benefit.back.coupon";
        };
    }

    private String money(Money amount) {
        return lexicon.money(amount);
    }

    private String say(String key, Object... values) {
        return lexicon.say(key, values);
    }
}
