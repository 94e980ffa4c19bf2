package com.truecart.app.basket.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.web.Format;
import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.pricing.NotApplied;
import com.truecart.pricing.Verdict;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class PlanWordsTest {
    private final PlanWords words = words();

    @AfterEach
    void noLocaleIsLeft() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void whatAStoreMayTakeOffInAnOrderItDoesNotStateIsSaidBeforeItIsPaid() {
        NotApplied left = left(Verdict.Flaw.NO_ORDER, "SAVE20");
        assertThat(words.isReachable(left)).isTrue();
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(words.needs(left)).contains("not priced").contains("“SAVE20”");
        LocaleContextHolder.setLocale(Locale.SIMPLIFIED_CHINESE);
        assertThat(words.needs(left)).contains("未计入").contains("“SAVE20”");
    }

    @Test
    void aRuleThatContradictsItselfIsNoneToWaitFor() {
        assertThat(words.isReachable(left(Verdict.Flaw.LADDER_FALLS, "1 > 2"))).isFalse();
    }

    private static NotApplied left(Verdict.Flaw flaw, String detail) {
        return new NotApplied(
                new Promotion(
                        "A",
                        Localized.of("en", "A"),
                        Promotion.Stage.STORE_ORDER,
                        new Scope.WholeStore(),
                        new Trigger.Always(),
                        new Benefit.PercentOff(200_000, Optional.empty()),
                        new Validity(Optional.empty(), Optional.empty()),
                        Promotion.Evidence.STATED,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                new Verdict.Refused(flaw, detail));
    }

    private static PlanWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/basket");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PlanWords(messages, new Format(Clock.systemUTC(), messages, ZoneOffset.UTC));
    }
}
