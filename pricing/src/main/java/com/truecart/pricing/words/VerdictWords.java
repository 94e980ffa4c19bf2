package com.truecart.pricing.words;

import com.truecart.model.Money;
import com.truecart.pricing.Verdict;
import com.truecart.pricing.Verdict.Flaw;
import com.truecart.pricing.Verdict.Question;
import com.truecart.pricing.Verdict.Reason;
import com.truecart.pricing.Verdict.Shortfall;
import java.util.Locale;

/**
 * Says why a rule does not apply: what to add ("add HK$20.00 more"), what to answer ("Are you a
 * PLUS member?"), or why neither helps.
 */
public final class VerdictWords {

    private final Lexicon lexicon;

    /**
     * @param reader Chinese for a reader of Chinese, English for everybody else
     */
    public VerdictWords(Locale reader) {
        this(new Lexicon(reader));
    }

    VerdictWords(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    /** What to do or to answer, or why not. */
    public String of(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Met() -> lexicon.say("verdict.met");
            case Verdict.Missed(Shortfall shortfall) -> of(shortfall);
            case Verdict.Unknown(Question question, String subject) ->
                    lexicon.say(key(question), subject);
            case Verdict.RuledOut(Reason reason) -> lexicon.say(key(reason));
            case Verdict.Refused(Flaw flaw, String detail) -> lexicon.say(key(flaw), detail);
        };
    }

    private String of(Shortfall shortfall) {
        return switch (shortfall) {
            case Shortfall.Spend(Money missing) ->
                    lexicon.say("missing.spend", lexicon.money(missing));
            case Shortfall.Units(int missing) -> lexicon.say("missing.units", missing);
            case Shortfall.Distinct(int missing) -> lexicon.say("missing.distinct", missing);
        };
    }

    private static String key(Question question) {
        return switch (question) {
            case CODE -> "question.code";
            case MEMBERSHIP -> "question.membership";
            case NEW_CUSTOMER -> "question.newCustomer";
            case PAYMENT_METHOD -> "question.payment";
            case COUPON_CLAIMED -> "question.coupon";
            case GROUP -> "question.group";
            case REGION -> "question.region";
            case CHANNEL -> "question.channel";
            case TRADE_IN -> "question.tradeIn";
            case SCHEME -> "question.scheme";
            case DELIVERY_FEE -> "question.deliveryFee";
            case WORDS -> "question.words";
        };
    }

    private static String key(Reason reason) {
        return switch (reason) {
            case NOT_VALID_NOW -> "reason.notValidNow";
            case OTHER_CURRENCY -> "reason.otherCurrency";
            case NOTHING_IN_SCOPE -> "reason.nothingInScope";
            case NOT_A_NEW_CUSTOMER -> "reason.notNew";
            case OTHER_PAYMENT_METHOD -> "reason.otherPayment";
            case DECLINED -> "reason.declined";
            case USED_BEFORE -> "reason.usedBefore";
            case QUOTA_GONE -> "reason.quotaGone";
            case TOO_FEW_LEFT -> "reason.tooFewLeft";
            case NO_GAIN -> "reason.noGain";
            case DOES_NOT_COMBINE -> "reason.doesNotCombine";
            case ANOTHER_SAVES_MORE -> "reason.anotherSavesMore";
        };
    }

    private static String key(Flaw flaw) {
        return switch (flaw) {
            case TWO_CURRENCIES -> "flaw.twoCurrencies";
            case LADDER_FALLS -> "flaw.ladderFalls";
            case GIVES_MORE_THAN_ASKED -> "flaw.givesMore";
            case OVERLAPPING_WINDOWS -> "flaw.overlapping";
            case TOO_LARGE -> "flaw.tooLarge";
            case NO_SUCH_RULE -> "flaw.noSuchRule";
            case NO_ORDER -> "flaw.noOrder";
            case DEPOSIT_ABOVE_DUE -> "flaw.deposit";
        };
    }
}
