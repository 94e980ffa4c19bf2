package com.truecart.app.aftersales;

import static com.truecart.app.aftersales.ClaimStep.Refusal.AGREED;
import static com.truecart.app.aftersales.ClaimStep.Refusal.ALREADY_SENT;
import static com.truecart.app.aftersales.ClaimStep.Refusal.BEING_JUDGED;
import static com.truecart.app.aftersales.ClaimStep.Refusal.ENDED;
import static com.truecart.app.aftersales.ClaimStep.Refusal.NOTHING_TO_JUDGE;
import static com.truecart.app.aftersales.ClaimStep.Refusal.NOT_WITH_THE_STORE;
import static com.truecart.app.aftersales.ClaimStep.Refusal.NO_APPEAL;

import com.truecart.app.aftersales.ClaimEvent.Appealed;
import com.truecart.app.aftersales.ClaimEvent.Escalates;
import com.truecart.app.aftersales.ClaimEvent.Judged;
import com.truecart.app.aftersales.ClaimEvent.MoneyCameBack;
import com.truecart.app.aftersales.ClaimEvent.RanOut;
import com.truecart.app.aftersales.ClaimEvent.SentOn;
import com.truecart.app.aftersales.ClaimEvent.StoreAgreed;
import com.truecart.app.aftersales.ClaimEvent.StoreRefused;
import com.truecart.app.aftersales.ClaimEvent.Withdraws;
import com.truecart.app.aftersales.ClaimState.Approved;
import com.truecart.app.aftersales.ClaimState.Decided;
import com.truecart.app.aftersales.ClaimState.Escalated;
import com.truecart.app.aftersales.ClaimState.Expired;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.ClaimState.Open;
import com.truecart.app.aftersales.ClaimState.Refused;
import com.truecart.app.aftersales.ClaimState.SentToStore;
import com.truecart.app.aftersales.ClaimState.Withdrawn;
import com.truecart.app.aftersales.ClaimStep.Refusal;
import com.truecart.app.aftersales.ClaimStep.To;
import java.time.Instant;

/** The rules by which a claim moves. */
public final class ClaimTransitions {

    private ClaimTransitions() {}

    /** What this event means to a claim in this state, now. */
    public static ClaimStep after(ClaimState state, ClaimEvent event, Instant now) {
        return switch (state) {
            case Open _ -> fromOpen(event, now);
            case SentToStore _ -> fromSent(event, now);
            case Approved _ -> fromApproved(event, now);
            case Refused _ -> fromRefused(event, now);
            case GivenBack _ -> fromGivenBack(event, now);
            case Escalated escalated -> fromEscalated(escalated, event, now);
            case Decided decided -> fromDecided(decided, event, now);
            case Withdrawn _ -> not(ENDED);
            case Expired _ -> fromExpired(event, now);
        };
    }

    private static ClaimStep fromOpen(ClaimEvent event, Instant now) {
        return switch (event) {
            case SentOn _ -> new To(new SentToStore(now));
            case StoreAgreed _, StoreRefused _ -> not(NOT_WITH_THE_STORE);
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Escalates _ -> new To(new Escalated(now, false));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case Appealed _ -> not(NO_APPEAL);
            case Withdraws _ -> new To(new Withdrawn(now));
            case RanOut _ -> new To(new Expired(now));
        };
    }

    private static ClaimStep fromSent(ClaimEvent event, Instant now) {
        return switch (event) {
            case SentOn _ -> not(ALREADY_SENT);
            case StoreAgreed agreed -> new To(new Approved(now, agreed.words()));
            case StoreRefused refused -> new To(new Refused(now, refused.words()));
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Escalates _ -> new To(new Escalated(now, false));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case Appealed _ -> not(NO_APPEAL);
            case Withdraws _ -> new To(new Withdrawn(now));
            case RanOut _ -> new To(new Expired(now));
        };
    }

    /** A store may agree and then do nothing, or think better of it. */
    private static ClaimStep fromApproved(ClaimEvent event, Instant now) {
        return switch (event) {
            case SentOn _ -> not(ALREADY_SENT);
            case StoreAgreed agreed -> new To(new Approved(now, agreed.words()));
            case StoreRefused refused -> new To(new Refused(now, refused.words()));
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Escalates _ -> new To(new Escalated(now, false));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case Appealed _ -> not(NO_APPEAL);
            case Withdraws _ -> new To(new Withdrawn(now));
            case RanOut _ -> not(AGREED);
        };
    }

    private static ClaimStep fromRefused(ClaimEvent event, Instant now) {
        return switch (event) {
            case StoreAgreed agreed -> new To(new Approved(now, agreed.words()));
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Escalates _ -> new To(new Escalated(now, false));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case Appealed _ -> not(NO_APPEAL);
            case SentOn _, StoreRefused _, Withdraws _, RanOut _ -> not(ENDED);
        };
    }

    /** It may be too little, and more may come. */
    private static ClaimStep fromGivenBack(ClaimEvent event, Instant now) {
        return switch (event) {
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Escalates _ -> new To(new Escalated(now, false));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case Appealed _ -> not(NO_APPEAL);
            case SentOn _, StoreAgreed _, StoreRefused _, Withdraws _, RanOut _ -> not(ENDED);
        };
    }

    private static ClaimStep fromEscalated(Escalated escalated, ClaimEvent event, Instant now) {
        return switch (event) {
            case Judged judged ->
                    new To(
                            new Decided(
                                    now,
                                    judged.inFavourOf(),
                                    judged.reason(),
                                    escalated.isAppeal()));
            case StoreAgreed agreed -> new To(new Approved(now, agreed.words()));
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Withdraws _ -> new To(new Withdrawn(now));
            case Appealed _ -> not(NO_APPEAL);
            case SentOn _, StoreRefused _, Escalates _, RanOut _ -> not(BEING_JUDGED);
        };
    }

    private static ClaimStep fromDecided(Decided decided, ClaimEvent event, Instant now) {
        return switch (event) {
            case Appealed _ ->
                    decided.isFinal() ? not(NO_APPEAL) : new To(new Escalated(now, true));
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Withdraws _ -> new To(new Withdrawn(now));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case SentOn _, StoreAgreed _, StoreRefused _, Escalates _, RanOut _ -> not(ENDED);
        };
    }

    private static ClaimStep fromExpired(ClaimEvent event, Instant now) {
        return switch (event) {
            case MoneyCameBack back -> new To(new GivenBack(now, back.sinceMade()));
            case Escalates _ -> new To(new Escalated(now, false));
            case Judged _ -> not(NOTHING_TO_JUDGE);
            case Appealed _ -> not(NO_APPEAL);
            case SentOn _, StoreAgreed _, StoreRefused _, Withdraws _, RanOut _ -> not(ENDED);
        };
    }

    private static ClaimStep not(Refusal why) {
        return new ClaimStep.Refused(why);
    }
}
