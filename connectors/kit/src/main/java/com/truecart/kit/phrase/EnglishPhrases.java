package com.truecart.kit.phrase;

import static com.truecart.kit.phrase.Meaning.multiBuy;
import static com.truecart.kit.phrase.Meaning.perUnit;
import static com.truecart.kit.phrase.Meanings.HALF;
import static com.truecart.kit.phrase.Meanings.MEMBER;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Benefit.NthUnitPrice;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.ValueBack.Form;
import com.truecart.model.Money;
import com.truecart.model.Reward;
import com.truecart.model.Trigger;
import java.util.List;
import java.util.Optional;

/**
 * How shops word promotions in English.
 *
 * <p>Left out on purpose: "Save $5" and "20% cheaper" (whether the price beside it is lowered
 * already is not said), "up to 50% off" (no rate), "buy more save more", points without a worth.
 */
public final class EnglishPhrases {

    /** The phrases, the more particular before the more general. */
    public static final List<Phrase> ALL =
            List.of(
                    // a fixed price for so many
                    Phrase.of(
                            "[Buy |Any |Buy any |Mix any |Pick any |Choose any |]{count}[ items| item(s)| pcs| pieces|] [for|at|@] {money}",
                            f -> multiBuy(new BundlePrice(f.count(), f.amount()))),
                    // so much off so many
                    Phrase.of(
                            "Buy [any |]{count}[ items| item(s)| pcs|][,|][ to| and|] save {money}",
                            f -> multiBuy(new BundleSave(f.count(), f.amount()))),
                    Phrase.of(
                            "Save {money} when you buy [any |]{count}",
                            f -> multiBuy(new BundleSave(f.count(), f.amount()))),
                    Phrase.of(
                            "Buy [any |]{count}[ items| item(s)| pcs| or more|][,|][ to| and|] [get|enjoy] {percent}%_off",
                            f -> Meanings.fromUnits(atLeastTwo(f.count()), f.ratePpm())),
                    Phrase.of(
                            "Buy [any |]{count}[ items| item(s)| pcs| or more|][,|][ to| and|] save {percent}%",
                            f -> Meanings.fromUnits(atLeastTwo(f.count()), f.ratePpm())),
                    Phrase.of(
                            "{count} or more[:|,|] [get |]{percent}%_off",
                            f -> Meanings.fromUnits(atLeastTwo(f.count()), f.ratePpm())),
                    Phrase.of(
                            "{percent}%_off when you buy [any |]{count}[ or more|]",
                            f -> Meanings.fromUnits(atLeastTwo(f.count()), f.ratePpm())),
                    // the second one
                    Phrase.of(
                            "[Buy |]{nth}[ item| one|] [for|at] {money}",
                            f -> multiBuy(new NthUnitPrice(f.nth(), f.amount()))),
                    Phrase.of(
                            "{nth}[ item| one|] [for |at |]{percent}%_off",
                            f -> Meanings.nth(f.nth(), f.ratePpm())),
                    Phrase.of(
                            "{percent}%_off [the |]{nth}[ item| one|]",
                            f -> Meanings.nth(f.nth(), f.ratePpm())),
                    Phrase.of(
                            "{nth}[ item| one|][ at|] half[ |-]price",
                            f -> Meanings.nth(f.nth(), HALF)),
                    Phrase.of("{nth}[ item| one|] free", f -> Meanings.nth(f.nth(), Money.PPM)),
                    // "30% for 2nd" may take 30 % or leave 30 %; at a half both are one
                    Phrase.of("50% for {nth}", f -> Meanings.nth(f.nth(), HALF)),
                    // some for nothing
                    Phrase.of(
                            "Buy {count}[,|] get {count:get} free",
                            f -> Meanings.free(f.count(), f.count("get"))),
                    Phrase.of(
                            "Buy {count}[,|] get {count:get}[ at|] {percent}%_off",
                            f ->
                                    multiBuy(
                                            new BuyXGetY(
                                                    f.count(),
                                                    f.count("get"),
                                                    f.ratePpm(),
                                                    Pick.CHEAPEST))),
                    Phrase.of(
                            "Buy {count}[,|] get {count:get}[ at|] half[ |-]price",
                            f ->
                                    multiBuy(
                                            new BuyXGetY(
                                                    f.count(),
                                                    f.count("get"),
                                                    HALF,
                                                    Pick.CHEAPEST))),
                    // the cart's count includes the free ones: "add 4, get 1 free" stands where
                    // other shops say "buy 3 get 1 free"
                    Phrase.of(
                            "Add {n} item(s) to cart and get {m} free_(free the most expensive one)",
                            f ->
                                    multiBuy(
                                            new BuyXGetY(
                                                    f.n() - f.m(),
                                                    f.m(),
                                                    Money.PPM,
                                                    Pick.DEAREST))),
                    // by what is spent
                    Phrase.of(
                            "Save {money:off} when you spend {money:spend}[ or more|]",
                            f -> Meanings.spendOff(f.amount("spend"), f.amount("off"))),
                    Phrase.of(
                            "{money:off} off when you spend {money:spend}[ or more|]",
                            f -> Meanings.spendOff(f.amount("spend"), f.amount("off"))),
                    Phrase.of(
                            "{money:off} off [orders over |orders of |purchases over |purchases of |]{money:spend}[ or more|]",
                            f -> Meanings.spendOff(f.amount("spend"), f.amount("off"))),
                    Phrase.of(
                            "Spend {money:spend}[ or more|][,|] [[and |to |]get|get] {money:off} off",
                            f -> Meanings.spendOff(f.amount("spend"), f.amount("off"))),
                    Phrase.of(
                            "Spend {money:spend}[ or more|][,|] [and |to |]save {money:off}",
                            f -> Meanings.spendOff(f.amount("spend"), f.amount("off"))),
                    Phrase.of(
                            "[Every|For every] {money:spend} [spent|you spend][,|] [get |save |]{money:off}[ off|]",
                            EnglishPhrases::everySpend),
                    Phrase.of(
                            "{money:off} off [for |]every {money:spend}[ spent|]",
                            EnglishPhrases::everySpend),
                    Phrase.of(
                            "Spend {money:spend}[ or more|][,|] [[and |to |]get|get] {percent}%_off",
                            f -> Meanings.spendPercent(f.amount("spend"), f.ratePpm())),
                    Phrase.of(
                            "{percent}%_off [when you spend|orders over|on orders over] {money:spend}[ or more|]",
                            f -> Meanings.spendPercent(f.amount("spend"), f.ratePpm())),
                    // delivery
                    Phrase.of(
                            "Free [delivery|shipping] [[on |for |]orders |on purchases |][over|of|from|above] {money}[ or more|]",
                            f -> Meanings.freeDelivery(new Trigger.MinSpend(f.amount()))),
                    Phrase.of(
                            "Free [delivery|shipping] when you spend {money}[ or more|]",
                            f -> Meanings.freeDelivery(new Trigger.MinSpend(f.amount()))),
                    Phrase.of(
                            "Spend {money}[ or more|] [for|and get|to get] free [delivery|shipping]",
                            f -> Meanings.freeDelivery(new Trigger.MinSpend(f.amount()))),
                    Phrase.of(
                            "Free [delivery|shipping]",
                            _ -> Meanings.freeDelivery(new Trigger.Always())),
                    // off every unit
                    Phrase.of("{percent}%_off", f -> perUnit(Meanings.percentOff(f.ratePpm()))),
                    Phrase.of(
                            "{percent}%_off[,|]_[(|][max|max.|maximum|up to|at most|capped at] {money}[)|]",
                            f -> perUnit(new PercentOff(f.ratePpm(), Optional.of(f.amount())))),
                    Phrase.of("Half[ |-]price", _ -> perUnit(Meanings.percentOff(HALF))),
                    Phrase.of(
                            "{money} off each[ item|]",
                            f -> perUnit(new AmountOff(f.amount(), Per.UNIT))),
                    // a price of its own, for some
                    Phrase.of(
                            "[Member's|Members'|Member|Members] price[:|]_{money}",
                            f -> Meanings.unitPrice(f.amount()).when(MEMBER)),
                    Phrase.of(
                            "{money} for members",
                            f -> Meanings.unitPrice(f.amount()).when(MEMBER)),
                    Phrase.of(
                            "{percent}%_off for members",
                            f -> perUnit(Meanings.percentOff(f.ratePpm())).when(MEMBER)),
                    Phrase.of(
                            "New [customer|customers|customers'|customer's] price[:|]_{money}",
                            f -> Meanings.unitPrice(f.amount()).when(new Trigger.NewCustomer())),
                    Phrase.of(
                            "[Special price |Sale price |Now |]{money}[ each|][,|]_[(|][limit|max|max.] {count}[ per customer| per order|][)|]",
                            f -> Meanings.unitPrice(f.amount(), f.count())),
                    // a coupon to be claimed
                    Phrase.of(
                            "[Coupon|Voucher][:|]_{money:off} off [orders over |]{money:spend}",
                            f ->
                                    Meanings.claimed(
                                            Meanings.spendOff(f.amount("spend"), f.amount("off")),
                                            f.text())),
                    Phrase.of(
                            "[Price after coupon|After coupon][:|]_{money}",
                            f -> Meanings.priceAfterCoupon(f.amount(), f.text())),
                    // comes back, or comes along: shown, never in the price
                    Phrase.of(
                            "{percent}%_cash[ |-|]back",
                            f -> Meanings.back(Form.CASH_BACK, new Reward.Rate(f.ratePpm()))),
                    Phrase.of(
                            "{money} cash[ |-|]back",
                            f -> Meanings.back(Form.CASH_BACK, new Reward.Amount(f.amount()))),
                    Phrase.of(
                            "{percent}%_back in points",
                            f -> Meanings.back(Form.POINTS, new Reward.Rate(f.ratePpm()))),
                    Phrase.of("Free gift[:|]_{words}", Meanings::gift));

    private EnglishPhrases() {}

    private static Meaning everySpend(Found f) {
        return Meanings.everySpendOff(f.amount("spend"), f.amount("off"), Optional.empty());
    }

    /** "Buy 1 to get 10% off" may mean one more. */
    private static int atLeastTwo(int count) {
        if (count < 2) {
            throw new IllegalArgumentException("from one on: " + count);
        }
        return count;
    }
}
