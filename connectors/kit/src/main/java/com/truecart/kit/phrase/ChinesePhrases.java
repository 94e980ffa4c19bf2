package com.truecart.kit.phrase;

import static com.truecart.kit.phrase.Meaning.multiBuy;
import static com.truecart.kit.phrase.Meaning.order;
import static com.truecart.kit.phrase.Meaning.perUnit;
import static com.truecart.kit.phrase.Meanings.HALF;
import static com.truecart.kit.phrase.Meanings.MEMBER;

import com.truecart.model.Benefit.AmountOff;
import com.truecart.model.Benefit.AmountOff.Per;
import com.truecart.model.Benefit.BundlePrice;
import com.truecart.model.Benefit.BundleSave;
import com.truecart.model.Benefit.DepositBoost;
import com.truecart.model.Benefit.Gift;
import com.truecart.model.Benefit.Ladder;
import com.truecart.model.Benefit.Ladder.Rung;
import com.truecart.model.Benefit.NthUnitPrice;
import com.truecart.model.Benefit.ValueBack.Form;
import com.truecart.model.Money;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import com.truecart.model.Trigger.Confirmed.Matter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How shops word promotions in Chinese, traditional and simplified.
 *
 * <p>"满300减50" beside an offer does not say which other products count; so only units of this offer
 * do, which never promises too much.
 *
 * <p>Left out on purpose: 低至8折 and 8折起 (no rate), 到手价 (a claim to be checked against our own sum),
 * 直降50元 (mostly said of the price beside it, which is lowered already), 送100积分 (points without a
 * worth), 买3免1 (of three or of four).
 */
public final class ChinesePhrases {

    private static final int MOST_STEPS = 5;

    /** The phrases, the more particular before the more general. */
    public static final List<Phrase> ALL = all();

    private ChinesePhrases() {}

    private static List<Phrase> all() {
        List<Phrase> all = new ArrayList<>();
        all.addAll(bySpend());
        all.addAll(byUnits());
        all.addAll(ladders());
        all.addAll(prices());
        all.addAll(coupons());
        all.addAll(others());
        return List.copyOf(all);
    }

    /** By what is spent. */
    private static List<Phrase> bySpend() {
        return List.of(
                Phrase.chinese(
                        "[消费|购物|购买|买|单笔|]满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}",
                        f -> Meanings.spendOff(f.amount("spend"), f.amount("off"))),
                Phrase.chinese(
                        "[全场|全店|店铺]满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}",
                        f ->
                                Meanings.spendOff(f.amount("spend"), f.amount("off"))
                                        .within(new Scope.WholeStore())),
                Phrase.chinese(
                        "每满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}[(上不封顶)|、上不封顶|]",
                        f ->
                                Meanings.everySpendOff(
                                        f.amount("spend"), f.amount("off"), Optional.empty())),
                Phrase.chinese(
                        "每满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}[、|(|][上限|最高减|最多减|最高|封顶]{amount:cap}[封顶|][)|]",
                        f ->
                                Meanings.everySpendOff(
                                        f.amount("spend"),
                                        f.amount("off"),
                                        Optional.of(f.amount("cap")))),
                Phrase.chinese(
                        "每满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}[、|]{amount:cap}封顶",
                        f ->
                                Meanings.everySpendOff(
                                        f.amount("spend"),
                                        f.amount("off"),
                                        Optional.of(f.amount("cap")))),
                Phrase.chinese(
                        "跨店满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}",
                        f ->
                                Meanings.spendOff(f.amount("spend"), f.amount("off"))
                                        .at(Stage.PLATFORM)),
                Phrase.chinese(
                        "跨店每满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}[(上不封顶)|、上不封顶|]",
                        f ->
                                Meanings.everySpendOff(
                                                f.amount("spend"),
                                                f.amount("off"),
                                                Optional.empty())
                                        .at(Stage.PLATFORM)),
                Phrase.chinese(
                        "跨店每满{amount:spend}[、|][即减|立减|可减|减|立省|省]{amount:off}[、|(|][上限|最高减|最多减|最高|封顶]{amount:cap}[封顶|][)|]",
                        f ->
                                Meanings.everySpendOff(
                                                f.amount("spend"),
                                                f.amount("off"),
                                                Optional.of(f.amount("cap")))
                                        .at(Stage.PLATFORM)),
                Phrase.chinese(
                        "[消费|购物|购买|买|单笔|]满{amount:spend}[、|][打|享|][、|]{zhe}折[优惠|]",
                        f -> Meanings.spendPercent(f.amount("spend"), f.offPpm())),
                Phrase.chinese(
                        "[消费|购物|购买|买|单笔|全场|全店|]满{amount}[、|][即|即享|享|][包邮|免运费|免运|免邮|免费送货]",
                        f -> Meanings.freeDelivery(new Trigger.MinSpend(f.amount()))),
                Phrase.chinese(
                        "[买|]满{count}件[、|][即|即享|享|][包邮|免运费|免运|免邮]",
                        f -> Meanings.freeDelivery(new Trigger.MinQuantity(f.count()))),
                Phrase.chinese(
                        "[全场|]{count}件[包邮|免运费]",
                        f -> Meanings.freeDelivery(new Trigger.MinQuantity(f.count()))),
                Phrase.chinese(
                        "[全场|全店|][包邮|免运费|免运|免邮]",
                        _ -> Meanings.freeDelivery(new Trigger.Always())));
    }

    /** By how many are bought. */
    private static List<Phrase> byUnits() {
        return List.of(
                Phrase.chinese(
                        "[买|购|购买|任选|][满|]{count}件[及以上|或以上|以上|][、|][打|享|][、|]{zhe}折[优惠|]",
                        f -> Meanings.fromUnits(f.count(), f.offPpm())),
                Phrase.chinese(
                        "[买|购|购买|任选|][满|]{count}件[及以上|或以上|以上|][、|]半价",
                        f -> Meanings.fromUnits(f.count(), HALF)),
                Phrase.chinese("[买|]第{count}件[半价|对折]", f -> Meanings.nth(f.count(), HALF)),
                Phrase.chinese(
                        "[买|]第{count}件[打|享|]{zhe}折", f -> Meanings.nth(f.count(), f.offPpm())),
                Phrase.chinese("[买|]第{count}件[免费|免单]", f -> Meanings.nth(f.count(), Money.PPM)),
                Phrase.chinese(
                        "[买|]第{count}件[仅需|只需|仅|只要|]{money}",
                        f -> multiBuy(new NthUnitPrice(f.count(), f.amount()))),
                Phrase.chinese("加{money}多[一|1]件", f -> multiBuy(new NthUnitPrice(2, f.amount()))),
                Phrase.chinese(
                        "买{count}[件|]送{count:get}[件|]",
                        f -> Meanings.free(f.count(), f.count("get"))),
                Phrase.chinese(
                        "买{count}[件|]赠{count:get}[件|]",
                        f -> Meanings.free(f.count(), f.count("get"))),
                Phrase.chinese(
                        "[任选|任意|任拣|任][买|]{count}件[共|只需|仅需|仅|只要|][特价|]{amount}",
                        f -> multiBuy(new BundlePrice(f.count(), f.amount()))),
                Phrase.chinese(
                        "[买|购|购买|]{count}件[共|合计|只需|仅需|仅|只要|特价|优惠价|]{money}",
                        f -> multiBuy(new BundlePrice(f.count(), f.amount()))),
                Phrase.chinese(
                        "{amount}[任选|任意|任拣|任]{count}件",
                        f -> multiBuy(new BundlePrice(f.count(), f.amount()))),
                Phrase.chinese(
                        "{money}[买|选|/]{count}件",
                        f -> multiBuy(new BundlePrice(f.count(), f.amount()))),
                Phrase.chinese(
                        "[买|购|购买|]满{count}件[及以上|或以上|以上|][、|][立减|即减|减]{amount}",
                        f -> Meanings.fromUnitsOff(f.count(), f.amount())),
                Phrase.chinese(
                        "[买|购|购买|任选|]{count}件[立减|即减|共减|减|立省|省]{amount}",
                        f -> multiBuy(new BundleSave(f.count(), f.amount()))));
    }

    /** Two to five steps of one thing, of which the highest counts. */
    private static List<Phrase> ladders() {
        List<Phrase> ladders = new ArrayList<>();
        for (int steps = 2; steps <= MOST_STEPS; steps++) {
            int count = steps;
            ladders.add(
                    Phrase.chinese(
                            "[阶梯满减:|消费|购物|]满" + steps(steps, "{amount:a#}[立减|减]{amount:b#}"),
                            f -> order(ladder(count, f, ChinesePhrases::spendOff))));
            ladders.add(
                    Phrase.chinese(
                            "[跨店]满" + steps(steps, "{amount:a#}[立减|减]{amount:b#}"),
                            f ->
                                    order(ladder(count, f, ChinesePhrases::spendOff))
                                            .at(Stage.PLATFORM)));
            ladders.add(
                    Phrase.chinese(
                            "[消费|购物|]满" + steps(steps, "{amount:a#}[打|享|]{zhe:b#}折"),
                            f -> order(ladder(count, f, ChinesePhrases::spendPercent))));
            ladders.add(
                    Phrase.chinese(
                            "[买|][满|]" + steps(steps, "{count:a#}件[打|享|]{zhe:b#}折"),
                            f -> multiBuy(ladder(count, f, ChinesePhrases::unitsPercent))));
            ladders.add(
                    Phrase.chinese(
                            "[买|]满" + steps(steps, "{count:a#}件[立减|减]{amount:b#}"),
                            f -> multiBuy(ladder(count, f, ChinesePhrases::unitsOff))));
        }
        return ladders;
    }

    /** The step so many times, "#" its number; between two is a comma, or "满", or both. */
    private static String steps(int count, String step) {
        StringBuilder steps = new StringBuilder(step.replace("#", "1"));
        for (int i = 2; i <= count; i++) {
            steps.append("[、满|、买满|、买|、|满|/满|/]").append(step.replace("#", String.valueOf(i)));
        }
        return steps.toString();
    }

    private static Ladder ladder(int steps, Found f, BiFunction<Found, Integer, Rung> step) {
        List<Rung> rungs = new ArrayList<>();
        for (int i = 1; i <= steps; i++) {
            rungs.add(step.apply(f, i));
        }
        return new Ladder(rungs);
    }

    private static Rung spendOff(Found f, int i) {
        return new Rung(new Reach.Spend(f.amount("a" + i)), new Reward.Amount(f.amount("b" + i)));
    }

    private static Rung spendPercent(Found f, int i) {
        return new Rung(new Reach.Spend(f.amount("a" + i)), new Reward.Rate(f.offPpm("b" + i)));
    }

    private static Rung unitsPercent(Found f, int i) {
        return new Rung(new Reach.Units(f.count("a" + i)), new Reward.Rate(f.offPpm("b" + i)));
    }

    private static Rung unitsOff(Found f, int i) {
        return new Rung(new Reach.Units(f.count("a" + i)), new Reward.Amount(f.amount("b" + i)));
    }

    /** A price of its own: for all, or for members, newcomers and groups; perhaps for so many. */
    private static List<Phrase> prices() {
        List<Phrase> prices = new ArrayList<>();
        price(prices, "[特价|活动价|促销价|秒杀价|限时价|优惠价][:|]", _ -> new Trigger.Always());
        price(prices, "[会员价|会员专享价|会员专属价|会员独享价|会员优惠价][:|]", _ -> MEMBER);
        price(prices, "plus[会员|][专享|][价|价格][:|]", _ -> new Trigger.Member("PLUS"));
        price(prices, "88vip[会员|][专享|]价[:|]", _ -> new Trigger.Member("88VIP"));
        price(prices, "[新人|新客|新用户|新会员首单|首单|新人首单][专享|]价[:|]", _ -> new Trigger.NewCustomer());
        price(prices, "拼团价[:|]", _ -> new Confirmed(Matter.GROUP, "≥2"));
        price(
                prices,
                "{count:people}人[拼团|成团|团购|团|拼团价|成团价|团购价|团价][:|]",
                f -> new Confirmed(Matter.GROUP, String.valueOf(atLeastTwo(f.count("people")))));
        prices.add(
                Phrase.chinese(
                        "{money}[、|(|][每人|每单|每户|每id|][限购|限买]{count}件[)|]",
                        f -> Meanings.unitPrice(f.amount(), f.count())));
        return prices;
    }

    private static void price(List<Phrase> prices, String name, Function<Found, Trigger> trigger) {
        prices.add(
                Phrase.chinese(
                        name + "{amount}[/件|]",
                        f -> Meanings.unitPrice(f.amount()).when(trigger.apply(f))));
        prices.add(
                Phrase.chinese(
                        name + "{amount}[/件|][、|(|][每人|每单|每户|每id|][限购|限买]{count}件[)|]",
                        f -> Meanings.unitPrice(f.amount(), f.count()).when(trigger.apply(f))));
    }

    private static int atLeastTwo(int people) {
        if (people < 2) {
            throw new IllegalArgumentException("a group of " + people);
        }
        return people;
    }

    /** After a coupon has been claimed. */
    private static List<Phrase> coupons() {
        return List.of(
                Phrase.chinese(
                        "[领券后|券后价|券后|用券后][价|][:|]{amount}",
                        f -> Meanings.priceAfterCoupon(f.amount(), f.text())),
                Phrase.chinese(
                        "[优惠券|店铺券|店铺优惠券|商品券|领券|领优惠券|用券][:|、|]满{amount:spend}[立减|可减|减]{amount:off}",
                        f ->
                                Meanings.claimed(
                                        Meanings.spendOff(f.amount("spend"), f.amount("off")),
                                        f.text())),
                Phrase.chinese(
                        "满{amount:spend}[立减|可减|减]{amount:off}[元|][优惠券|店铺优惠券|店铺券|券]",
                        f ->
                                Meanings.claimed(
                                        Meanings.spendOff(f.amount("spend"), f.amount("off")),
                                        f.text())),
                Phrase.chinese(
                        "[平台券|平台优惠券][:|]满{amount:spend}[立减|可减|减]{amount:off}",
                        f ->
                                Meanings.claimed(
                                                Meanings.spendOff(
                                                        f.amount("spend"), f.amount("off")),
                                                f.text())
                                        .at(Stage.PLATFORM)),
                Phrase.chinese(
                        "[领券|用券][立减|再减|减]{amount}",
                        f ->
                                Meanings.claimed(
                                        order(new AmountOff(f.amount(), Per.ORDER)), f.text())),
                Phrase.chinese(
                        "{amount}[无门槛券|无门槛优惠券|优惠券无门槛]",
                        f ->
                                Meanings.claimed(
                                        order(new AmountOff(f.amount(), Per.ORDER)), f.text())));
    }

    /** Off every unit; deposits; what comes back or comes along. */
    private static List<Phrase> others() {
        return List.of(
                Phrase.chinese("[打|]{zhe}折[优惠|]", f -> perUnit(Meanings.percentOff(f.offPpm()))),
                Phrase.chinese(
                        "[全场|全店][打|]{zhe}折",
                        f ->
                                perUnit(Meanings.percentOff(f.offPpm()))
                                        .within(new Scope.WholeStore())),
                Phrase.chinese("[半价|对折]", _ -> perUnit(Meanings.percentOff(HALF))),
                Phrase.chinese(
                        "会员[专享|享|][打|]{zhe}折",
                        f -> perUnit(Meanings.percentOff(f.offPpm())).when(MEMBER)),
                Phrase.chinese(
                        "[立减|每件减|每件立减]{amount}", f -> perUnit(new AmountOff(f.amount(), Per.UNIT))),
                Phrase.chinese(
                        "[预付|付|]定金{amount:deposit}[、|][可抵|抵]{amount:worth}",
                        f ->
                                order(new DepositBoost(f.amount("deposit"), f.amount("worth")))
                                        .at(Stage.PAYMENT)),
                Phrase.chinese(
                        "定金膨胀[:|、|]{amount:deposit}[可抵|抵]{amount:worth}",
                        f ->
                                order(new DepositBoost(f.amount("deposit"), f.amount("worth")))
                                        .at(Stage.PAYMENT)),
                Phrase.chinese(
                        "[购后|下单|][返现|返现金]{amount}",
                        f -> Meanings.back(Form.CASH_BACK, new Reward.Amount(f.amount()))),
                Phrase.chinese(
                        "[购后|下单|][返现|返现金]{percent}%",
                        f -> Meanings.back(Form.CASH_BACK, new Reward.Rate(f.ratePpm()))),
                Phrase.chinese(
                        "[送|赠|返]{percent}%积分",
                        f -> Meanings.back(Form.POINTS, new Reward.Rate(f.ratePpm()))),
                Phrase.chinese(
                        "[送|赠|返]积分{percent}%",
                        f -> Meanings.back(Form.POINTS, new Reward.Rate(f.ratePpm()))),
                Phrase.chinese(
                        "[送|赠|返]价值{money}[的|]积分",
                        f -> Meanings.back(Form.POINTS, new Reward.Amount(f.amount()))),
                Phrase.chinese(
                        "[送|赠|返]{money}[优惠券|券]",
                        f -> Meanings.back(Form.COUPON, new Reward.Amount(f.amount()))),
                Phrase.chinese(
                        "[买赠|赠品|买即赠|买就送]",
                        f -> order(new Gift(f.text(), Optional.empty())).at(Stage.QUANTITY)),
                Phrase.chinese("[买赠|赠品|买即赠|买就送][:|、|]{words}", Meanings::gift));
    }
}
