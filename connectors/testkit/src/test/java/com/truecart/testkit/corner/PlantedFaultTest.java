package com.truecart.testkit.corner;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.testkit.Behaviour;
import com.truecart.testkit.Behaviours;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The contract notices mistakes: each planted one turns exactly its own behaviours red. */
class PlantedFaultTest {

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultTurnsExactlyItsOwnBehavioursRed(PlantedFault fault) {
        Outcome outcome = new Outcome();
        ScopedValue.where(PlantedFault.PLANTED, fault).run(() -> run(FaultyCorner.class, outcome));
        assertThat(outcome.red).isEqualTo(fault.red());
    }

    @Test
    void buyingWhereTheShopperShouldIsRed() {
        Outcome outcome = new Outcome();
        run(FaultyCounter.class, outcome);
        assertThat(outcome.red).isEqualTo(EnumSet.of(Behaviour.PLACE));
    }

    @Test
    void claimingMoreThanContractTestsShowIsRed() {
        Outcome outcome = new Outcome();
        run(ClaimingReader.class, outcome);
        assertThat(outcome.red).isEqualTo(EnumSet.of(Behaviour.OPENING));
        assertThat(outcome.failures)
                .singleElement()
                .asString()
                .contains("ORDERS claims contract, so a contract test extends QuoteContract");
    }

    @Test
    void withoutAFaultEveryBehaviourIsShownAndGreen() {
        Outcome outcome = new Outcome();
        run(FaultyCorner.class, outcome);
        assertThat(outcome.failures).isEmpty();
        assertThat(outcome.notShown).isEmpty();
        assertThat(outcome.shown).isEqualTo(EnumSet.allOf(Behaviour.class));
    }

    @Test
    void everyBehaviourHasAFaultThatTurnsItRed() {
        Set<Behaviour> covered = EnumSet.noneOf(Behaviour.class);
        for (PlantedFault fault : PlantedFault.ALL) {
            covered.addAll(fault.red());
        }
        assertThat(covered).isEqualTo(EnumSet.allOf(Behaviour.class));
    }

    static List<PlantedFault> faults() {
        return PlantedFault.ALL;
    }

    private static void run(Class<?> contract, Outcome outcome) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectClass(contract))
                        .build();
        LauncherFactory.create().execute(request, outcome);
    }

    private static final class Outcome implements TestExecutionListener {
        final Set<Behaviour> red = EnumSet.noneOf(Behaviour.class);
        final Set<Behaviour> shown = EnumSet.noneOf(Behaviour.class);
        final Set<String> notShown = new HashSet<>();
        final Set<String> failures = new TreeSet<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.getSource().orElse(null)
                    instanceof org.junit.platform.engine.support.descriptor.MethodSource method) {
                Behaviour behaviour = Behaviours.shownBy(method.getMethodName()).orElseThrow();
                shown.add(behaviour);
                switch (result.getStatus()) {
                    case SUCCESSFUL -> {}
                    case ABORTED -> notShown.add(method.getMethodName());
                    case FAILED -> {
                        red.add(behaviour);
                        failures.add(method.getMethodName() + ": " + result.getThrowable());
                    }
                }
            }
        }
    }
}
