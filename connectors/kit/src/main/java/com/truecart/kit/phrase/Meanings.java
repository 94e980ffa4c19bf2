package com.truecart.kit.phrase;

import static com.truecart.kit.phrase.Meaning.multiBuy;
import static com.truecart.kit.phrase.Meaning.order;
import static com.truecart.kit.phrase.Meaning.perUnit;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BuyXGetY;
import com.truecart.model.Benefit.BuyXGetY.Pick;
import com.truecart.model.Benefit.DeliveryOff;
import com.truecart.model.Benefit.Gift;
import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Benefit.NthUnit;
import com.truecart.model.Benefit.PercentOff;
import com.truecart.model.Benefit.QuantityPercent;
import com.truecart.model.Benefit.StepOff;
import com.truecart.model.Benefit.UnitPrice;
import com.truecart.model.Benefit.ValueBack;
import com.truecart.model.Money;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is meant by wordings that exist in more than one language. */
final class Meanings {

    static final long HALF = Money.PPM / 2;

    /** The programme of "members' price": the store's own, whatever it is called. */
    static final Trigger MEMBER = new Trigger.Member("the store");

    /** What words of a gift hold where they also say what must be bought for it. */
    private static final Pattern CONDITION =
            Pattern.compile(
                    Amount.SIGNED
                            + "|\\b(?:with|on|when|over|above|from|if|for|per|spend|purchase|buy)\\b"
                            + "|[满买购每]|消费|会员",
                    Pattern.CASE_INSENSITIVE);

    private Meanings() {}

    static Meaning spendOff(Money spend, Money off) {
        return order(new AmountOff(off, Per.ORDER)).when(new Trigger.MinSpend(spend));
    }

    static Meaning spendPercent(Money spend, long ratePpm) {
        return order(percentOff(ratePpm)).when(new Trigger.MinSpend(spend));
    }

    /**
     * Off every full amount spent.
     *
     * @throws IllegalArgumentException where the cap is not a number of whole steps
     */
    static Meaning everySpendOff(Money every, Money off, Optional<Money> cap) {
        Optional<Integer> times =
                cap.map(most -> {
                    if (most.minor() % off.minor() != 0) {
                        throw new IllegalArgumentException(
                                "the cap " + most + " is no multiple of " + off);
                    }
                    return Math.toIntExact(most.minor() / off.minor());
                });
        return order(new StepOff(every, off, times));
    }

    static Meaning nth(int n, long ratePpm) {
        return multiBuy(new NthUnit(n, ratePpm));
    }

    /** From so many on; one is enough for a plain percentage. */
    static Meaning fromUnits(int units, long ratePpm) {
        return units == 1
                ? perUnit(percentOff(ratePpm))
                : multiBuy(new QuantityPercent(units, ratePpm));
    }

    /** So much off, once, from so many on. */
    static Meaning fromUnitsOff(int units, Money off) {
        return multiBuy(
                new Ladder(List.of(new Rung(new Reach.Units(units), new Reward.Amount(off)))));
    }

    static Meaning free(int buy, int get) {
        return multiBuy(new BuyXGetY(buy, get, Money.PPM, Pick.CHEAPEST));
    }

    static PercentOff percentOff(long ratePpm) {
        return new PercentOff(ratePpm, Optional.empty());
    }

    static Meaning unitPrice(Money price) {
        return perUnit(new UnitPrice(price, Optional.empty()));
    }

    static Meaning unitPrice(Money price, int upTo) {
        return perUnit(new UnitPrice(price, Optional.of(upTo)));
    }

    /** The delivery fee is one for the order, so the whole order counts. */
    static Meaning freeDelivery(Trigger trigger) {
        return new Meaning(
                Stage.DELIVERY, new Scope.WholeStore(), trigger, new DeliveryOff(Money.PPM));
    }

    /** The same after a coupon has been claimed; the coupon goes by its whole text. */
    static Meaning claimed(Meaning meaning, String text) {
        Trigger coupon = new Confirmed(Matter.COUPON_CLAIMED, text);
        return meaning.at(Stage.STORE_COUPON)
                .when(
                        meaning.trigger() instanceof Trigger.Always
                                ? coupon
                                : new Trigger.AllOf(List.of(meaning.trigger(), coupon)));
    }

    /** One coupon lowers one unit: nobody says that it could be used for the next one too. */
    static Meaning priceAfterCoupon(Money price, String text) {
        return claimed(unitPrice(price, 1), text);
    }

    /**
     * Something comes along, whatever is bought.
     *
     * @throws IllegalArgumentException where the words may ask for something first ("with purchase
     *     of $300", 满300元送杯): a gift for everybody is not what they say
     */
    static Meaning gift(Found found) {
        if (CONDITION.matcher(found.foldedWords()).find()) {
            throw new IllegalArgumentException("a gift under a condition: " + found.words());
        }
        return order(new Gift(found.words(), Optional.empty())).at(Stage.QUANTITY);
    }

    static Meaning back(ValueBack.Form form, Reward reward) {
        return order(new ValueBack(form, reward, Optional.empty()));
    }
}
