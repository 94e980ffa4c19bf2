package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.UpstreamException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps while it reads from an upstream that answers wrongly, whichever of its
 * calls is answered so. A part of {@link ConnectorContract}, which a concrete test extends.
 */
public abstract class FaultContract {
    /** Of a longer errand only so many first calls are broken, one at a time. */
    static final int MOST_CALLS = 6;

    FaultContract() {}

    protected abstract ConnectorProvider provider();

    /** A fresh context for a working upstream; a second call is for the same upstream. */
    protected abstract LoopbackContext context();

    @Test
    @Shows(Behaviour.PAGING)
    void aPullAsksTheUpstream() {
        assertThat(answersTo(FaultContract::pullCatalog)).isPositive();
    }

    @Test
    @Shows(Behaviour.DRIFT)
    void aPageForPeopleInsteadOfTheAnswerIsDrift() {
        assertDrifts(Fault.HTML, FaultContract::pullCatalog);
    }

    @Test
    @Shows(Behaviour.DRIFT)
    void anAnswerThatBreaksOffIsDrift() {
        assertDrifts(Fault.TRUNCATED, FaultContract::pullCatalog);
    }

    @Test
    @Shows(Behaviour.THROTTLED)
    void aThrottledPullSaysHowLongToWait() {
        assertSaysHowLongToWait(FaultContract::pullCatalog);
    }

    @Test
    @Shows(Behaviour.REFUSED)
    void anUpstreamThatDoesNotLetUsInIsRefusedAndNotEmpty() {
        assertIsRefused(FaultContract::pullCatalog);
    }

    @Test
    @Shows(Behaviour.DRIFT)
    void promotionsThatCannotBeReadAreDriftAndNotNone() {
        assertDrifts(Fault.HTML, FaultContract::pullPromotions);
        assertDrifts(Fault.TRUNCATED, FaultContract::pullPromotions);
    }

    @Test
    @Shows(Behaviour.THROTTLED)
    void aThrottledPullOfPromotionsSaysHowLongToWait() {
        assertSaysHowLongToWait(FaultContract::pullPromotions);
    }

    @Test
    @Shows(Behaviour.REFUSED)
    void promotionsThatAreKeptFromUsAreRefusedAndNotNone() {
        assertIsRefused(FaultContract::pullPromotions);
    }

    protected final Connector open(LoopbackContext context) {
        return provider().open(context);
    }

    /** That an errand is {@code Drifted}, whichever of its answers this fault spoils. */
    final void assertDrifts(Fault fault, Consumer<Connector> errand) {
        eachAnswerBroken(fault, UpstreamException.Drifted.class, errand);
    }

    /** That an errand is {@code Throttled} with the time to wait, whichever call is. */
    final void assertSaysHowLongToWait(Consumer<Connector> errand) {
        assertThat(eachAnswerBroken(Fault.THROTTLED, UpstreamException.Throttled.class, errand))
                .allSatisfy(throttled ->
                        assertThat(throttled.retryAfter()).contains(LoopbackContext.RETRY_AFTER));
    }

    /** That an errand is {@code Refused}, whichever of its calls is not let in. */
    final void assertIsRefused(Consumer<Connector> errand) {
        eachAnswerBroken(Fault.FORBIDDEN, UpstreamException.Refused.class, errand);
    }

    /** How many answers of a healthy errand can be broken, {@link #MOST_CALLS} at most. */
    final int answersTo(Consumer<Connector> errand) {
        LoopbackContext context = context();
        try (Connector connector = open(context)) {
            errand.accept(connector);
        }
        return Math.min(MOST_CALLS, context.answers());
    }

    private <E extends UpstreamException> List<E> eachAnswerBroken(
            Fault fault, Class<E> expected, Consumer<Connector> errand) {
        int answers = answersTo(errand);
        List<E> problems = new ArrayList<>();
        for (int healthy = 0; healthy < answers; healthy++) {
            LoopbackContext context = context();
            context.breakAfter(healthy, fault);
            try (Connector connector = open(context)) {
                E problem = catchThrowableOfType(expected, () -> errand.accept(connector));
                assertThat(problem)
                        .as("after %s as answer %d of %d", fault, healthy + 1, answers)
                        .isNotNull()
                        .hasMessageNotContaining("null");
                problems.add(problem);
            }
        }
        return problems;
    }

    private static void pullCatalog(Connector connector) {
        Pulled.everything(connector.catalog()::page);
    }

    /** Asks nothing where promotions come with the listings alone. */
    private static void pullPromotions(Connector connector) {
        connector.promotions().ifPresent(source -> Pulled.everything(source::page));
    }
}
