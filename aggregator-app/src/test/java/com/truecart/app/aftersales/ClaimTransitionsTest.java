package com.truecart.app.aftersales;

import static org.assertj.core.api.Assertions.assertThat;

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
import com.truecart.app.aftersales.ClaimState.Party;
import com.truecart.app.aftersales.ClaimState.Refused;
import com.truecart.app.aftersales.ClaimState.SentToStore;
import com.truecart.app.aftersales.ClaimState.Withdrawn;
import com.truecart.app.aftersales.ClaimStep.Refusal;
import com.truecart.app.aftersales.ClaimStep.To;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How a claim moves. */
class ClaimTransitionsTest {
    private static final Instant NOW = Instant.parse("2026-11-26T10:00:00Z");
    private static final Money TEN = Money.of(10_00, "HKD");
    private static final ClaimState OPEN = new Open(NOW);
    private static final ClaimState SENT = new SentToStore(NOW);

    private static final List<ClaimState> STATES =
            List.of(
                    OPEN,
                    SENT,
                    new Approved(NOW, "yes"),
                    new Refused(NOW, "no"),
                    new GivenBack(NOW, TEN),
                    new Escalated(NOW, false),
                    new Escalated(NOW, true),
                    new Decided(NOW, Party.SHOPPER, "why", false),
                    new Decided(NOW, Party.STORE, "why", true),
                    new Withdrawn(NOW),
                    new Expired(NOW));
    private static final List<ClaimEvent> EVENTS =
            List.of(
                    new SentOn(),
                    new StoreAgreed("yes"),
                    new StoreRefused("no"),
                    new MoneyCameBack(TEN),
                    new Escalates("why"),
                    new Judged(Party.STORE, "why"),
                    new Appealed("why"),
                    new Withdraws(),
                    new RanOut());

    @Test
    void theStoreIsToldAndAnswers() {
        assertThat(after(OPEN, new SentOn())).isEqualTo(new To(SENT));
        assertThat(after(SENT, new StoreAgreed("send it back")))
                .isEqualTo(new To(new Approved(NOW, "send it back")));
        assertThat(after(SENT, new StoreRefused("worn")))
                .isEqualTo(new To(new Refused(NOW, "worn")));
    }

    @Test
    void aStoreThatWasNotToldCannotHaveAnswered() {
        assertThat(after(OPEN, new StoreAgreed("yes")))
                .isEqualTo(refused(Refusal.NOT_WITH_THE_STORE));
        assertThat(after(OPEN, new StoreRefused("no")))
                .isEqualTo(refused(Refusal.NOT_WITH_THE_STORE));
        assertThat(after(SENT, new SentOn())).isEqualTo(refused(Refusal.ALREADY_SENT));
    }

    @Test
    void moneyThatCameBackIsAFactInWhateverState() {
        for (ClaimState state : STATES) {
            if (!(state instanceof Withdrawn)) {
                assertThat(after(state, new MoneyCameBack(TEN)))
                        .as(state.toString())
                        .isEqualTo(new To(new GivenBack(NOW, TEN)));
            }
        }
    }

    @Test
    void onlyWhatWasEscalatedIsJudged() {
        for (ClaimState state : STATES) {
            ClaimStep step = after(state, new Judged(Party.SHOPPER, "broken in the box"));
            if (state instanceof Escalated escalated) {
                assertThat(step)
                        .isEqualTo(
                                new To(
                                        new Decided(
                                                NOW,
                                                Party.SHOPPER,
                                                "broken in the box",
                                                escalated.isAppeal())));
            } else {
                assertThat(step).as(state.toString()).isInstanceOf(ClaimStep.Refused.class);
            }
        }
    }

    @Test
    void thereIsOneAppeal() {
        ClaimState first = new Decided(NOW, Party.STORE, "worn", false);
        assertThat(after(first, new Appealed("it was not")))
                .isEqualTo(new To(new Escalated(NOW, true)));
        ClaimState second = new Decided(NOW, Party.STORE, "worn", true);
        assertThat(after(second, new Appealed("it was not"))).isEqualTo(refused(Refusal.NO_APPEAL));
    }

    @Test
    void timeDoesNotRunOutOnAStoreThatAgreed() {
        assertThat(after(OPEN, new RanOut())).isEqualTo(new To(new Expired(NOW)));
        assertThat(after(SENT, new RanOut())).isEqualTo(new To(new Expired(NOW)));
        assertThat(after(new Approved(NOW, "yes"), new RanOut()))
                .isEqualTo(refused(Refusal.AGREED));
    }

    @Test
    void aClaimThatWasWithdrawnStaysSo() {
        for (ClaimEvent event : EVENTS) {
            assertThat(after(new Withdrawn(NOW), event)).isEqualTo(refused(Refusal.ENDED));
        }
    }

    @Test
    void whatTheRecordKeepsIsReadAsItWasWritten() {
        for (ClaimState state : STATES) {
            assertThat(
                            ClaimJson.state(
                                    ClaimJson.nameOf(state),
                                    com.truecart.app.catalog.FactsJson.facts(state)))
                    .isEqualTo(state);
        }
    }

    private static ClaimStep after(ClaimState state, ClaimEvent event) {
        return ClaimTransitions.after(state, event, NOW);
    }

    private static ClaimStep refused(Refusal why) {
        return new ClaimStep.Refused(why);
    }
}
