package com.truecart.kit.china;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.phrase.ChinesePhrases;
import com.truecart.kit.phrase.PhraseBook;
import com.truecart.kit.phrase.Subject;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Validity;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class CouponsTest {

    @Test
    void aThresholdCouponSaysWhatThePhraseBookReadsInItsWords() {
        Promotion coupon =
                Coupons.coupon("c", Stage.STORE_COUPON, cny(5_000), cny(1_650), Validity.OPEN);
        String words = coupon.label().in(Locale.SIMPLIFIED_CHINESE);
        assertThat(words).isEqualTo("满50减16.5券");
        assertThat(
                        new PhraseBook(
                                        Coupons.LANGUAGE,
                                        Currency.getInstance("CNY"),
                                        ChinesePhrases.ALL)
                                .read(new Subject("x", cny(9_000)), words))
                .singleElement()
                .satisfies(read -> {
                    assertThat(read.benefit()).isEqualTo(coupon.benefit());
                    assertThat(read.trigger()).isEqualTo(coupon.trigger());
                    assertThat(read.scope()).isEqualTo(coupon.scope());
                });
    }

    @Test
    void aCouponWithoutAThresholdAsksForTheClaimOnly() {
        assertThat(
                        Coupons.coupon("c", Stage.STORE_COUPON, cny(0), cny(500), Validity.OPEN)
                                .label()
                                .in(Locale.SIMPLIFIED_CHINESE))
                .isEqualTo("5元无门槛券");
    }

    @Test
    void aClaimBelowOurSumIsShownAndNeverPriced() {
        assertThat(Coupons.unexplained("r", "到手价", cny(3_990), cny(4_500)))
                .hasValueSatisfying(promotion -> {
                    assertThat(promotion.isModelled()).isFalse();
                    assertThat(promotion.label().in(Locale.SIMPLIFIED_CHINESE))
                            .isEqualTo("到手价39.9");
                });
    }

    @Test
    void aClaimThatTheRulesExplainIsNotSaidTwice() {
        assertThat(Coupons.unexplained("r", "到手价", cny(4_500), cny(4_500))).isEmpty();
        assertThat(Coupons.unexplained("r", "到手价", cny(0), cny(4_500))).isEmpty();
    }

    private static Money cny(long fen) {
        return Money.of(fen, "CNY");
    }
}
