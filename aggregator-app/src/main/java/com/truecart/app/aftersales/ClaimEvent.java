package com.truecart.app.aftersales;

import com.truecart.app.aftersales.ClaimState.Party;
import com.truecart.model.Money;

/** Something that happened to a claim, or was decided about it. */
public sealed interface ClaimEvent {

    /** The desk told the store. */
    record SentOn() implements ClaimEvent {}

    /** The store agreed, in these words. */
    record StoreAgreed(String words) implements ClaimEvent {}

    /** The store refused, in these words. */
    record StoreRefused(String words) implements ClaimEvent {}

    /**
     * The store's own figures show money given back.
     *
     * @param sinceMade how much in all since the claim was made
     */
    record MoneyCameBack(Money sinceMade) implements ClaimEvent {}

    /** Somebody of ours is to judge. */
    record Escalates(String why) implements ClaimEvent {}

    /** Somebody of ours judged. */
    record Judged(Party inFavourOf, String reason) implements ClaimEvent {}

    /** The judgement is not accepted. */
    record Appealed(String why) implements ClaimEvent {}

    /** The shopper asks for nothing any more. */
    record Withdraws() implements ClaimEvent {}

    /** The time in which it could be done is over. */
    record RanOut() implements ClaimEvent {}
}
