package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.Claim;
import com.truecart.app.aftersales.ClaimKind;
import com.truecart.app.aftersales.ClaimReason;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.Claims.Wish;
import com.truecart.app.aftersales.Simulation;
import com.truecart.app.aftersales.Simulation.NoMoney;
import com.truecart.app.aftersales.Simulation.NotWorked;
import com.truecart.app.aftersales.Simulation.Worked;
import com.truecart.app.web.MoneyView;
import com.truecart.app.web.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims on the wire. */
final class ClaimBodies {
    private ClaimBodies() {}

    /**
     * What is asked for.
     *
     * @param store as the order names it
     * @param units by the line's place in the order's part, from 0
     * @param agreed what the simulation gave; only for asking
     */
    record WishBody(
            @Nullable String store,
            @Nullable ClaimKind kind,
            @Nullable ClaimReason reason,
            @Nullable Map<Integer, Integer> units,
            @Nullable String words,
            @Nullable String agreed) {

        Wish wish() {
            if (kind == null) {
                throw Problem.badRequest("kind", "must be one of " + List.of(ClaimKind.values()));
            }
            return new Wish(
                    kind,
                    Optional.ofNullable(reason).orElse(ClaimReason.OTHER),
                    Optional.ofNullable(units).orElseGet(Map::of),
                    Optional.ofNullable(words).orElse(""));
        }
    }

    /**
     * What would come back.
     *
     * @param result WORKED, NOT_WORKED or NO_MONEY
     * @param agreed to be sent back where this is to be asked for
     * @param delivery the fee that comes back, or what is kept for delivery, negative
     * @param why why it is not worked out
     */
    record SimulationBody(
            String result,
            String agreed,
            Optional<MoneyView> refund,
            List<StepBody> returned,
            List<StepBody> clawedBack,
            Optional<MoneyView> delivery,
            Optional<MoneyView> givenBackBefore,
            Optional<String> why,
            List<Map<String, String>> about) {

        static SimulationBody of(Simulation simulation) {
            String agreed = ClaimWords.fingerprint(simulation);
            return switch (simulation) {
                case Worked worked ->
                        new SimulationBody(
                                "WORKED",
                                agreed,
                                Optional.of(MoneyView.of(worked.refund())),
                                worked.returned().stream()
                                        .map(one ->
                                                new StepBody(
                                                        one.title().byLanguage(),
                                                        MoneyView.of(one.paid())))
                                        .toList(),
                                worked.clawedBack().stream()
                                        .map(one ->
                                                new StepBody(
                                                        one.promotion().byLanguage(),
                                                        MoneyView.of(one.amount())))
                                        .toList(),
                                Optional.of(MoneyView.of(worked.delivery())),
                                Optional.of(MoneyView.of(worked.givenBackBefore())),
                                Optional.empty(),
                                List.of());
                case NotWorked not -> nothing("NOT_WORKED", agreed, Optional.of(not));
                case NoMoney _ -> nothing("NO_MONEY", agreed, Optional.empty());
            };
        }

        private static SimulationBody nothing(
                String result, String agreed, Optional<NotWorked> not) {
            return new SimulationBody(
                    result,
                    agreed,
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    not.map(NotWorked::why).map(Enum::name),
                    not.map(NotWorked::about).orElseGet(List::of).stream()
                            .map(words -> words.byLanguage())
                            .toList());
        }
    }

    /** One step of the working. */
    record StepBody(Map<String, String> about, MoneyView amount) {}

    /**
     * A claim.
     *
     * @param actual what came back since it was made, once something did
     */
    record ClaimBody(
            String id,
            String kind,
            String reason,
            Map<Integer, Integer> units,
            String state,
            SimulationBody simulation,
            Optional<MoneyView> actual,
            Optional<Instant> expiresAt,
            List<HappeningBody> history) {

        static ClaimBody of(Claim.Told told) {
            Claim claim = told.claim();
            return new ClaimBody(
                    claim.id().toString(),
                    claim.kind().name(),
                    claim.reason().name(),
                    claim.units(),
                    ClaimWords.word(claim.state()),
                    SimulationBody.of(claim.simulation()),
                    claim.state() instanceof GivenBack back
                            ? Optional.of(MoneyView.of(back.actual()))
                            : Optional.empty(),
                    claim.expiresAt(),
                    told.history().stream()
                            .map(one ->
                                    new HappeningBody(
                                            one.at(), one.kind(), one.by().name(), one.detail()))
                            .toList());
        }
    }

    /** One thing that happened. */
    record HappeningBody(Instant at, String kind, String by, String detail) {}
}
