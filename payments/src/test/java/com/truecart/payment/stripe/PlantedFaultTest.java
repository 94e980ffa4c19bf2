package com.truecart.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract notices mistakes. */
class PlantedFaultTest {

    @ParameterizedTest
    @EnumSource
    void aPlantedFaultTurnsItsTestsRedAndWithoutOneTheyAreGreen(PlantedFault fault) {
        Outcome outcome = new Outcome();
        ScopedValue.where(FaultyStripe.PLANTED, fault).run(() -> run(fault, outcome));

        assertThat(outcome.ran).containsExactlyInAnyOrderElementsOf(fault.noticedBy());
        assertThat(outcome.red)
                .as(fault.words())
                .isEqualTo(
                        fault == PlantedFault.NONE ? Set.of() : new TreeSet<>(fault.noticedBy()));
    }

    private static void run(PlantedFault fault, Outcome outcome) {
        var request = LauncherDiscoveryRequestBuilder.request();
        for (String test : fault.noticedBy()) {
            request.selectors(selectMethod(FaultyStripe.class, test));
        }
        LauncherFactory.create().execute(request.build(), outcome);
    }

    private static final class Outcome implements TestExecutionListener {
        final Set<String> ran = new TreeSet<>();
        final Set<String> red = new TreeSet<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.getSource().orElse(null) instanceof MethodSource method) {
                ran.add(method.getMethodName());
                if (result.getStatus() == TestExecutionResult.Status.FAILED) {
                    red.add(method.getMethodName());
                }
            }
        }
    }
}
