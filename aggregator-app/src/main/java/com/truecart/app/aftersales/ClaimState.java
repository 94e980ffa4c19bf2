package com.truecart.app.aftersales;

import com.truecart.model.Money;
import java.time.Instant;

/**
 * Where a claim stands. Every state holds only what that state knows; {@link
 * ClaimTransitions#after} is the only way from one to the next.
 */
public sealed interface ClaimState {

    /** When it came into this state. */
    Instant at();

    /** Made; nobody has told the store yet. */
    record Open(Instant at) implements ClaimState {}

    /** The store was told. */
    record SentToStore(Instant at) implements ClaimState {}

    /** The store agreed. */
    record Approved(Instant at, String words) implements ClaimState {}

    /** The store refused. */
    record Refused(Instant at, String words) implements ClaimState {}

    /**
     * Money came back.
     *
     * @param actual how much, since the claim was made
     */
    record GivenBack(Instant at, Money actual) implements ClaimState {}

    /**
     * A person of ours is to judge between shopper and store.
     *
     * @param isAppeal whether it was judged before
     */
    record Escalated(Instant at, boolean isAppeal) implements ClaimState {}

    /**
     * A person of ours judged.
     *
     * @param isFinal whether it was an appeal, so that there is no other
     */
    record Decided(Instant at, Party inFavourOf, String reason, boolean isFinal)
            implements ClaimState {}

    /** The shopper asks for nothing any more. */
    record Withdrawn(Instant at) implements ClaimState {}

    /** Too late: the store did not answer while it could still be done. */
    record Expired(Instant at) implements ClaimState {}

    /** In whose favour it is judged. */
    enum Party {
        SHOPPER,
        STORE
    }

    /**
     * Whether somebody still has to do something; a part of an order has one such claim at most.
     */
    default boolean isRunning() {
        return switch (this) {
            case Open _, SentToStore _, Approved _, Escalated _ -> true;
            case Decided decided -> decided.inFavourOf() == Party.SHOPPER;
            case Refused _, GivenBack _, Withdrawn _, Expired _ -> false;
        };
    }
}
