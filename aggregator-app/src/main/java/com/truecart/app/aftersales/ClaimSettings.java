package com.truecart.app.aftersales;

import com.truecart.app.aftersales.ClaimState.Approved;
import com.truecart.app.aftersales.ClaimState.Decided;
import com.truecart.app.aftersales.ClaimState.Escalated;
import com.truecart.app.aftersales.ClaimState.Expired;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.ClaimState.Open;
import com.truecart.app.aftersales.ClaimState.Party;
import com.truecart.app.aftersales.ClaimState.Refused;
import com.truecart.app.aftersales.ClaimState.SentToStore;
import com.truecart.app.aftersales.ClaimState.Withdrawn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long whoever has to act may take before somebody is reminded; then each day.
 *
 * @param sendOn the desk, to tell the store
 * @param storeAnswers the store, to answer
 * @param storeActs the store, to do what it agreed to or was judged to do
 * @param judge the desk, to judge
 * @param change how long a parcel not yet sent may still be changed or called off, where the store
 *     does not send it sooner
 */
@ConfigurationProperties("truecart.after-sales")
public record ClaimSettings(
        @DefaultValue("24h") Duration sendOn,
        @DefaultValue("48h") Duration storeAnswers,
        @DefaultValue("7d") Duration storeActs,
        @DefaultValue("72h") Duration judge,
        @DefaultValue("24h") Duration change) {
    private static final Duration AGAIN = Duration.ofDays(1);

    /** When somebody is reminded next; empty where nobody has to act. */
    Optional<Instant> reminder(ClaimState state, int reminded) {
        return allowed(state).map(time -> state.at().plus(time).plus(AGAIN.multipliedBy(reminded)));
    }

    private Optional<Duration> allowed(ClaimState state) {
        return switch (state) {
            case Open _ -> Optional.of(sendOn);
            case SentToStore _ -> Optional.of(storeAnswers);
            case Approved _ -> Optional.of(storeActs);
            case Escalated _ -> Optional.of(judge);
            case Decided decided ->
                    decided.inFavourOf() == Party.SHOPPER
                            ? Optional.of(storeActs)
                            : Optional.empty();
            case Refused _, GivenBack _, Withdrawn _, Expired _ -> Optional.empty();
        };
    }
}
