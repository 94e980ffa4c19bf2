package com.truecart.testkit.corner;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.testkit.Behaviour;
import com.truecart.testkit.Behaviours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
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

/** The contract notices mistakes: each planted one turns exactly its own behaviours red. */
class PlantedFaultTest {

    /** What was seen, for {@code bin/contract}: the fault, what it should turn red, what it did. */
    private static final List<String> SEEN = new ArrayList<>();

    @AfterAll
    static void writeWhatWasSeen() throws IOException {
        Path folder = Path.of("target");
        Files.createDirectories(folder);
        Files.write(folder.resolve("planted-faults.tsv"), SEEN);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aPlantedFaultTurnsExactlyItsOwnBehavioursRed(PlantedFault fault) {
        ScopedValue.where(PlantedFault.PLANTED, fault)
                .run(() -> assertTurnsRed(fault.words(), fault.red(), FaultyCorner.class));
    }

    @Test
    void buyingWhereTheShopperShouldIsRed() {
        assertTurnsRed(
                "we buy where the shopper should",
                EnumSet.of(Behaviour.PLACE),
                FaultyCounter.class);
    }

    @Test
    void claimingMoreThanContractTestsShowIsRed() {
        Outcome outcome =
                assertTurnsRed(
                        "the levels file claims more than contract tests show",
                        EnumSet.of(Behaviour.OPENING),
                        ClaimingReader.class);
        assertThat(outcome.failures)
                .singleElement()
                .asString()
                .contains("ORDERS claims contract, so a contract test extends QuoteContract");
    }

    @Test
    void pricesAreNotForetoldWhereNoBasketReachesAPromotion() {
        Outcome outcome = new Outcome();
        run(SugarOnly.class, outcome);
        assertThat(outcome.failures).isEmpty();
        assertThat(outcome.notShown).containsExactly("whatOurRulesPredictIsWhatTheStoreQuotes");
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

    private static Outcome assertTurnsRed(String fault, Set<Behaviour> red, Class<?> contract) {
        Outcome outcome = new Outcome();
        run(contract, outcome);
        SEEN.add(fault + "\t" + words(red) + "\t" + words(outcome.red));
        assertThat(outcome.red).isEqualTo(red);
        return outcome;
    }

    private static String words(Set<Behaviour> behaviours) {
        return behaviours.stream().map(Behaviour::words).collect(Collectors.joining(", "));
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
