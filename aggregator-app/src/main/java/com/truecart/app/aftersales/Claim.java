package com.truecart.app.aftersales;

import com.truecart.app.order.OrderId;
import com.truecart.app.order.SubOrderId;
import com.truecart.model.Money;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * What a shopper asks of a store for some units of a part of an order.
 *
 * @param words the shopper's own; blank where none
 * @param units by the part's line number
 * @param simulation what the shopper was shown would come back
 * @param refundedBefore what the store had given back of the part when it was made
 * @param version counts the changes; a change against an older version is refused
 * @param dueAt when somebody is reminded, or time runs out
 * @param reminded how often somebody was reminded in this state
 * @param expiresAt after it, what is asked for cannot be done any more
 * @param rating of how it was seen to, 1 to 5
 */
public record Claim(
        ClaimId id,
        SubOrderId part,
        OrderId order,
        UUID shopper,
        ClaimKind kind,
        ClaimReason reason,
        String words,
        Map<Integer, Integer> units,
        Simulation simulation,
        Money refundedBefore,
        ClaimState state,
        int version,
        Optional<Instant> dueAt,
        int reminded,
        Optional<Instant> expiresAt,
        OptionalInt rating,
        Instant createdAt,
        Instant changedAt) {
    public Claim {
        units = Map.copyOf(units);
    }

    /** How long whoever has to act is over time. */
    public boolean isOverdue() {
        return reminded > 0 && state.isRunning();
    }

    /** One thing that happened to it. */
    public record Happening(Instant at, String kind, By by, String detail) {}

    /** Who did something. */
    public enum By {
        SHOPPER,
        DESK,
        STORE,
        CLOCK
    }

    /** A claim with what happened to it, oldest first. */
    public record Told(Claim claim, List<Happening> history) {
        public Told {
            history = List.copyOf(history);
        }
    }
}
