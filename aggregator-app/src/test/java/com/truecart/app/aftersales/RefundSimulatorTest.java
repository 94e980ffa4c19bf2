package com.truecart.app.aftersales;

import static com.truecart.app.aftersales.Bought.fromSpend;
import static com.truecart.app.aftersales.Bought.hkd;
import static com.truecart.app.aftersales.Bought.storeWide;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.truecart.app.aftersales.Bought.Line;
import com.truecart.app.aftersales.Simulation.ClawBack;
import com.truecart.app.aftersales.Simulation.NotWorked;
import com.truecart.app.aftersales.Simulation.Why;
import com.truecart.app.aftersales.Simulation.Worked;
import com.truecart.app.catalog.FactsJson;
import com.truecart.model.Benefit;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Trigger;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What would come back, worked out before anything is asked of the store. */
class RefundSimulatorTest {
    private static final Optional<DeliveryTerms> FREE_FROM_100 =
            Optional.of(new DeliveryTerms(hkd("30"), Optional.of(hkd("100"))));
    private static final Optional<DeliveryTerms> ALWAYS_30 =
            Optional.of(new DeliveryTerms(hkd("30"), Optional.empty()));
    private static final Optional<DeliveryTerms> FREE =
            Optional.of(new DeliveryTerms(hkd("0"), Optional.empty()));
    private static final List<Line> TEA_AND_RICE =
            List.of(new Line("tea", "60", 1), new Line("rice", "40", 1));

    private final RefundSimulator simulator = new RefundSimulator();

    @Test
    void aBrokenThresholdIsClawedBack() {
        Bought bought =
                Bought.at(EngineProfiles.OURS, FREE, List.of(fromSpend("100", "20")), TEA_AND_RICE);
        assertThat(bought.charged()).isEqualTo(hkd("80"));

        Worked worked = worked(bought, Map.of(1, 1));
        // rice was paid with 32; tea alone costs its 60 again, 12 more than was paid for it
        assertThat(worked.refund()).isEqualTo(hkd("20"));
        assertThat(worked.returned())
                .singleElement()
                .satisfies(line -> assertThat(line.paid()).isEqualTo(hkd("32")));
        assertThat(worked.clawedBack())
                .containsExactly(new ClawBack(Localized.of("en", "from 100 less 20"), hkd("12")));
    }

    @Test
    void whatStaysPaysForDeliveryWhereItWouldHaveHadTo() {
        Bought bought = Bought.at(EngineProfiles.OURS, FREE_FROM_100, List.of(), TEA_AND_RICE);
        assertThat(bought.charged()).isEqualTo(hkd("100"));
        Worked worked = worked(bought, Map.of(1, 1));
        assertThat(worked.delivery()).isEqualTo(hkd("-30"));
        assertThat(worked.refund()).isEqualTo(hkd("10"));
    }

    @Test
    void theDeliveryFeeComesBackWithEverythingOnly() {
        Bought bought = Bought.at(EngineProfiles.OURS, ALWAYS_30, List.of(), TEA_AND_RICE);
        assertThat(worked(bought, Map.of(0, 1)).refund()).isEqualTo(hkd("60"));
        Worked all = worked(bought, Map.of(0, 1, 1, 1));
        assertThat(all.refund()).isEqualTo(hkd("130")).isEqualTo(bought.charged());
        assertThat(all.delivery()).isEqualTo(hkd("30"));
    }

    @Test
    void nothingComesBackWhereWhatStaysCostsAsMuch() {
        // 100 less 45: rice back leaves tea at 60, and 55 were paid for both
        Bought bought =
                Bought.at(EngineProfiles.OURS, FREE, List.of(fromSpend("100", "45")), TEA_AND_RICE);
        assertThat(worked(bought, Map.of(1, 1)).refund()).isEqualTo(hkd("0"));
    }

    @Test
    void whatTheStoreGaveBackBeforeIsTakenOff() {
        Bought bought =
                Bought.at(EngineProfiles.OURS, FREE, List.of(), TEA_AND_RICE).refunded(hkd("25"));
        assertThat(worked(bought, Map.of(1, 1)).refund()).isEqualTo(hkd("15"));
        assertThat(worked(bought.refunded(hkd("50")), Map.of(1, 1)).refund()).isEqualTo(hkd("0"));
        assertThat(worked(bought.refunded(hkd("50")), Map.of(1, 1)).isMoreThanDueBack()).isTrue();
    }

    @Test
    void aPromotionNobodyUnderstandsIsSaidNotGuessed() {
        Promotion strange =
                storeWide(
                        "spin the wheel",
                        Stage.STORE_ORDER,
                        new Trigger.Always(),
                        new Benefit.Unmodelled("spin the wheel"));
        Bought bought = Bought.at(EngineProfiles.OURS, FREE, List.of(strange), TEA_AND_RICE);
        assertThat(simulate(bought, Map.of(1, 1)))
                .isEqualTo(
                        new NotWorked(
                                Why.UNMODELLED, List.of(Localized.of("en", "spin the wheel"))));
        assertThat(worked(bought, Map.of(0, 1, 1, 1)).refund())
                .as("everything back needs no rule")
                .isEqualTo(hkd("100"));
    }

    @Test
    void rulesThatDoNotComeToWhatWasChargedAreNotUsed() {
        Bought bought = Bought.at(EngineProfiles.OURS, FREE, List.of(), TEA_AND_RICE);
        assertThat(simulate(bought.charged(Optional.of(hkd("99.90"))), Map.of(1, 1)))
                .isEqualTo(new NotWorked(Why.CHARGED_OTHERWISE, List.of()));
        assertThat(simulate(bought.charged(Optional.empty()), Map.of(1, 1)))
                .isEqualTo(new NotWorked(Why.NOT_CHARGED, List.of()));
        assertThat(simulator.simulate(bought.part(), Optional.empty(), Map.of(1, 1)))
                .isEqualTo(new NotWorked(Why.TERMS_UNKNOWN, List.of()));
        Bought unstated = Bought.at(EngineProfiles.OURS, Optional.empty(), List.of(), TEA_AND_RICE);
        assertThat(simulate(unstated, Map.of(1, 1)))
                .isEqualTo(new NotWorked(Why.DELIVERY_UNKNOWN, List.of()));
    }

    @Test
    void moreThanWasBoughtIsRefused() {
        Bought bought = Bought.at(EngineProfiles.OURS, FREE, List.of(), TEA_AND_RICE);
        assertThatIllegalArgumentException().isThrownBy(() -> simulate(bought, Map.of(1, 2)));
        assertThatIllegalArgumentException().isThrownBy(() -> simulate(bought, Map.of(7, 1)));
        assertThatIllegalArgumentException().isThrownBy(() -> simulate(bought, Map.of()));
    }

    @Test
    void whatStoresStatedIsReadAsItWasWritten() {
        SoldTerms terms =
                Bought.at(
                                EngineProfiles.VENDURE,
                                FREE_FROM_100,
                                List.of(fromSpend("100", "20")),
                                TEA_AND_RICE)
                        .terms();
        assertThat(FactsJson.facts(FactsJson.facts(terms), SoldTerms.class)).isEqualTo(terms);
        Simulation worked =
                worked(
                        Bought.at(EngineProfiles.OURS, FREE_FROM_100, List.of(), TEA_AND_RICE),
                        Map.of(1, 1));
        assertThat(ClaimJson.simulation(ClaimJson.nameOf(worked), FactsJson.facts(worked)))
                .isEqualTo(worked);
    }

    @Test
    void inAnyOrderEverythingComesBackAndNeverMoreThanWasCharged() {
        Random random = new Random(20261126);
        int workedOut = 0;
        for (int i = 0; i < 2000; i++) {
            Bought bought = drawn(random);
            Map<Integer, Integer> back = new HashMap<>();
            Money given = hkd("0");
            boolean always = true;
            while (!isEverything(bought, back)) {
                int line = random.nextInt(bought.part().lines().size());
                if (back.getOrDefault(line, 0) < bought.part().lines().get(line).quantity()) {
                    back.merge(line, 1, Integer::sum);
                    Simulation oneStep = simulate(bought, back);
                    Simulation nextStep = simulate(bought.refunded(given), back);
                    if (oneStep instanceof Worked whole && nextStep instanceof Worked rest) {
                        workedOut++;
                        assertThat(whole.refund()).isLessThanOrEqualTo(bought.charged());
                        assertThat(given.plus(rest.refund()))
                                .as("in steps as at once, but for what was given back too much")
                                .isEqualTo(whole.refund().max(given));
                        given = given.plus(rest.refund());
                    } else {
                        always = false;
                    }
                }
            }
            if (always) {
                assertThat(given).isEqualTo(bought.charged());
            }
        }
        assertThat(workedOut).isGreaterThan(5_000);
    }

    private static Bought drawn(Random random) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            lines.add(
                    new Line(
                            "p" + i,
                            Money.of(100 + random.nextInt(9900), "HKD").major().toPlainString(),
                            1 + random.nextInt(3)));
        }
        List<Promotion> promotions = new ArrayList<>();
        for (int i = 0; i < random.nextInt(3); i++) {
            promotions.add(
                    fromSpend(
                            Integer.toString(50 + 50 * random.nextInt(6)),
                            Integer.toString(1 + random.nextInt(49))));
        }
        EngineProfile engine =
                EngineProfiles.ALL_PROFILES.get(random.nextInt(EngineProfiles.ALL_PROFILES.size()));
        return Bought.at(
                engine,
                List.of(FREE, ALWAYS_30, FREE_FROM_100).get(random.nextInt(3)),
                promotions,
                lines);
    }

    private static boolean isEverything(Bought bought, Map<Integer, Integer> back) {
        return bought.part().lines().stream()
                .allMatch(line -> back.getOrDefault(line.line(), 0) == line.quantity());
    }

    private Worked worked(Bought bought, Map<Integer, Integer> back) {
        return (Worked) simulate(bought, back);
    }

    private Simulation simulate(Bought bought, Map<Integer, Integer> back) {
        return simulator.simulate(bought.part(), Optional.of(bought.terms()), back);
    }
}
