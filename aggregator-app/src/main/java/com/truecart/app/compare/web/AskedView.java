package com.truecart.app.compare.web;

import com.truecart.app.catalog.Asked;
import com.truecart.app.web.MoneyView;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.Optional;

/**
 * What became of asking the store anew.
 *
 * @param outcome ANSWERED, NO_LONGER_LISTED, WAITING, NO_ROOM or FAILED
 * @param was the shelf price on record before, where it answered
 * @param now the one it stated then
 * @param reason where it failed: UNREACHABLE, TOO_OFTEN, UNUSABLE or OURS
 */
record AskedView(
        String outcome,
        Instant at,
        Optional<MoneyView> was,
        Optional<MoneyView> now,
        Optional<String> reason) {
    static AskedView of(Asked asked) {
        return switch (asked) {
            case Asked.Answered(Money was, Money now, Instant at) ->
                    new AskedView(
                            "ANSWERED",
                            at,
                            Optional.of(MoneyView.of(was)),
                            Optional.of(MoneyView.of(now)),
                            Optional.empty());
            case Asked.NoLongerListed(Instant at) -> without("NO_LONGER_LISTED", at);
            case Asked.Waiting(Instant at) -> without("WAITING", at);
            case Asked.NoRoom(Instant at) -> without("NO_ROOM", at);
            case Asked.Failed(Asked.Reason reason, Instant at) ->
                    new AskedView(
                            "FAILED",
                            at,
                            Optional.empty(),
                            Optional.empty(),
                            Optional.of(reason.name()));
        };
    }

    private static AskedView without(String outcome, Instant at) {
        return new AskedView(outcome, at, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
