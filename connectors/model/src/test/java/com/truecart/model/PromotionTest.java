package com.truecart.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PromotionTest {
    private static final Scope STORE = new Scope.WholeStore();
    private static final Scope WORDS = new Scope.Unmodelled("selected skincare");
    private static final Trigger ALWAYS = new Trigger.Always();
    private static final Trigger RIDDLE = new Trigger.Unmodelled("on a full moon");
    private static final Benefit HALF = new Benefit.PercentOff(500_000, Optional.empty());

    @Test
    void wordsNobodyUnderstandsSpoilARuleHoweverDeepTheyAre() {
        assertThat(isModelled(STORE, ALWAYS, HALF)).isTrue();
        assertThat(isModelled(WORDS, ALWAYS, HALF)).isFalse();
        assertThat(isModelled(new Scope.Except(STORE, WORDS), ALWAYS, HALF)).isFalse();
        assertThat(isModelled(new Scope.AllOf(List.of(STORE, WORDS)), ALWAYS, HALF)).isFalse();
        assertThat(isModelled(STORE, new Trigger.Within(WORDS, ALWAYS), HALF)).isFalse();
        assertThat(isModelled(STORE, new Trigger.AllOf(List.of(ALWAYS, RIDDLE)), HALF)).isFalse();
        assertThat(isModelled(STORE, RIDDLE, HALF)).isFalse();
        assertThat(isModelled(STORE, ALWAYS, new Benefit.Unmodelled("ask in store"))).isFalse();
        Benefit addOn = new Benefit.AddOnPrice(WORDS, Money.of(100, "HKD"), 1);
        assertThat(isModelled(STORE, ALWAYS, addOn)).isFalse();
    }

    @Test
    void ofSeveralWaysToMeetAConditionOneThatIsUnderstoodIsEnough() {
        assertThat(isModelled(STORE, new Trigger.AnyOf(List.of(ALWAYS, RIDDLE)), HALF)).isTrue();
        assertThat(isModelled(STORE, new Trigger.AnyOf(List.of(RIDDLE)), HALF)).isFalse();
    }

    private static boolean isModelled(Scope scope, Trigger trigger, Benefit benefit) {
        return new Promotion(
                        "ref",
                        Localized.of("en", "label"),
                        Stage.STORE_ORDER,
                        scope,
                        trigger,
                        benefit,
                        Validity.OPEN,
                        Evidence.STATED)
                .isModelled();
    }
}
