package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Call;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.UpstreamException;
import java.util.ArrayList;
import java.util.List;
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

    /**
     * Whether a call asks for one record of a catalogue, as where each product has a page of its
     * own. Such a page may be passed over, being named in {@link com.truecart.spi.Page#skipped()},
     * and the pull go on; whatever else cannot be had or read ends it.
     */
    protected boolean isOneRecord(Call call) {
        return false;
    }

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
    final void assertDrifts(Fault fault, Errand errand) {
        eachAnswerBroken(fault, UpstreamException.Drifted.class, errand);
    }

    /** That an errand is {@code Throttled} with the time to wait, whichever call is. */
    final void assertSaysHowLongToWait(Errand errand) {
        assertThat(eachAnswerBroken(Fault.THROTTLED, UpstreamException.Throttled.class, errand))
                .allSatisfy(throttled ->
                        assertThat(throttled.retryAfter()).contains(LoopbackContext.RETRY_AFTER));
    }

    /** That an errand is {@code Refused}, whichever of its calls is not let in. */
    final void assertIsRefused(Errand errand) {
        eachAnswerBroken(Fault.FORBIDDEN, UpstreamException.Refused.class, errand);
    }

    /** How many answers of a healthy errand can be broken, {@link #MOST_CALLS} at most. */
    final int answersTo(Errand errand) {
        LoopbackContext context = context();
        run(errand, context);
        return Math.min(MOST_CALLS, context.answers());
    }

    private <E extends UpstreamException> List<E> eachAnswerBroken(
            Fault fault, Class<E> expected, Errand errand) {
        LoopbackContext whole = context();
        int records = run(errand, whole);
        int answers = Math.min(MOST_CALLS, whole.answers());
        List<E> problems = new ArrayList<>();
        for (int healthy = 0; healthy < answers; healthy++) {
            String where = "after %s as answer %d of %d".formatted(fault, healthy + 1, answers);
            LoopbackContext context = context();
            context.breakAfter(healthy, fault);
            try {
                int left = run(errand, context);
                assertThat(context.brokenCall().filter(this::isOneRecord))
                        .as("nothing is thrown " + where)
                        .isPresent();
                assertThat(left)
                        .as("records that are listed or named " + where)
                        .isGreaterThanOrEqualTo(records);
            } catch (UpstreamException problem) {
                assertThat(problem)
                        .as(where)
                        .isInstanceOf(expected)
                        .hasMessageNotContaining("null");
                problems.add(expected.cast(problem));
            }
        }
        return problems;
    }

    private int run(Errand errand, LoopbackContext context) {
        try (Connector connector = open(context)) {
            return errand.records(connector);
        }
    }

    private static int pullCatalog(Connector connector) {
        return records(Pulled.everything(connector.catalog()::page));
    }

    /** Asks nothing where promotions come with the listings alone. */
    private static int pullPromotions(Connector connector) {
        return connector
                .promotions()
                .map(source -> records(Pulled.everything(source::page)))
                .orElse(0);
    }

    private static int records(Pulled<?> pulled) {
        return pulled.entries().size() + pulled.skipped().size();
    }

    /** What is done at a connection. */
    interface Errand {

        /** Does it, and says how many records came or were named as unusable; 1 for an answer. */
        int records(Connector connector);
    }
}
