package com.truecart.payment.stripe;

import java.util.List;

/** A mistake a provider's author could make, and the tests of the contract that must notice it. */
enum PlantedFault {
    NONE(
            "nothing",
            "aBeginningThatArrivesLateIsStillOnePayment",
            "aCaptureWhoseAnswerIsLostTakesOnce",
            "aForgedOrAlteredNotificationIsNotHeard",
            "aHoldIsLetGo",
            "aPartIsTakenOnceAndTheRestLetGo",
            "anotherProcessFindsWhatWasBegun",
            "oneRefundAskedForTwiceIsOneRefund",
            "whetherAPaymentIsKnownBeforeTheShopperComesIsDeclared",
            "whatIsPaidIsHeldWhereTheProviderHoldsAndElseTaken"),
    NEW_KEY_EACH_TIME(
            "another key of idempotency each time",
            "aBeginningThatArrivesLateIsStillOnePayment",
            "aBeginningWhoseAnswerIsLostIsOnePayment",
            "beginningTwiceIsOnePayment"),
    DOUBT_IS_NOT_DONE(
            "a lost answer is taken for nothing done",
            "aBeginningWhoseAnswerIsLostIsOnePayment",
            "aCaptureWhoseAnswerIsLostTakesOnce",
            "aReleaseWhoseAnswerIsLostLetsGo",
            "aRefundWhoseAnswerIsLostIsOneRefund"),
    HEARS_ANYBODY("signatures are not checked", "aForgedOrAlteredNotificationIsNotHeard"),
    HIDES_ITS_HOLD(
            "it holds and does not say so",
            "aProviderThatDoesNotHoldSaysSo",
            "whatIsPaidIsHeldWhereTheProviderHoldsAndElseTaken"),
    HIDES_WHAT_IT_KNOWS(
            "it knows at once and does not say so",
            "whetherAPaymentIsKnownBeforeTheShopperComesIsDeclared"),
    TAKES_ALL("it takes all that is held", "aPartIsTakenOnceAndTheRestLetGo"),
    LETS_NOTHING_GO("it says released and does nothing", "aHoldIsLetGo"),
    REFUNDS_ANEW("each refund has a new name", "oneRefundAskedForTwiceIsOneRefund"),
    REMEMBERS_ONLY("it finds only what this process began", "anotherProcessFindsWhatWasBegun");

    private final String words;
    private final String noticedBy;

    PlantedFault(String words, String... noticedBy) {
        this.words = words;
        this.noticedBy = String.join(" ", noticedBy);
    }

    String words() {
        return words;
    }

    List<String> noticedBy() {
        return List.of(noticedBy.split(" ", -1));
    }
}
