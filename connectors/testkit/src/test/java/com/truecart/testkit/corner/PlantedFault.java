package com.truecart.testkit.corner;

import static com.truecart.testkit.Behaviour.CHANGES;
import static com.truecart.testkit.Behaviour.DRIFT;
import static com.truecart.testkit.Behaviour.DUPLICATE_WEBHOOK;
import static com.truecart.testkit.Behaviour.FORGED_WEBHOOK;
import static com.truecart.testkit.Behaviour.HAND_OFF;
import static com.truecart.testkit.Behaviour.LATE_SUCCESS;
import static com.truecart.testkit.Behaviour.LOOK_UP;
import static com.truecart.testkit.Behaviour.LOST_ANSWER;
import static com.truecart.testkit.Behaviour.MONEY;
import static com.truecart.testkit.Behaviour.OPENING;
import static com.truecart.testkit.Behaviour.PAGING;
import static com.truecart.testkit.Behaviour.PLACE;
import static com.truecart.testkit.Behaviour.PREDICTION;
import static com.truecart.testkit.Behaviour.PROMOTIONS;
import static com.truecart.testkit.Behaviour.QUOTE;
import static com.truecart.testkit.Behaviour.REFUSED;
import static com.truecart.testkit.Behaviour.SKIPPED;
import static com.truecart.testkit.Behaviour.THROTTLED;
import static com.truecart.testkit.Behaviour.UNKNOWN_STATUS;

import com.truecart.spi.UpstreamException;
import com.truecart.testkit.Behaviour;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A mistake an author could make, planted in the corner shop's connector.
 *
 * @param words what it is
 * @param red the behaviours it turns red, and no others
 * @param mistake makes it in a good connector
 */
record PlantedFault(String words, Set<Behaviour> red, UnaryOperator<Parts> mistake) {

    /** One at least for each behaviour. */
    static final List<PlantedFault> ALL =
            List.of(
                    new PlantedFault(
                            "a declared part is missing", OPENING, parts -> parts.withoutHandOff()),
                    new PlantedFault(
                            "a resumed pull loses a listing",
                            PAGING,
                            parts -> parts.catalog(FaultyReads::losesOneOnResume)),
                    new PlantedFault(
                            "changes are not delivered",
                            CHANGES,
                            parts -> parts.catalog(FaultyReads::nothingSince)),
                    new PlantedFault(
                            "a failed look-up is taken for a listing that is gone",
                            LOOK_UP,
                            parts -> parts.lookup(FaultyReads::takesAnyFaultForGone)),
                    new PlantedFault(
                            "bad rows vanish",
                            SKIPPED,
                            parts -> parts.catalog(FaultyReads::hidesBadRows)),
                    new PlantedFault(
                            "a price is a cent off",
                            EnumSet.of(MONEY, LOOK_UP),
                            parts -> parts.catalog(FaultyReads::aCentMoreForSugar)),
                    new PlantedFault(
                            "drift looks like an empty shop",
                            DRIFT,
                            parts ->
                                    parts.catalog(good ->
                                            FaultyReads.emptyOn(
                                                    UpstreamException.Drifted.class, good))),
                    new PlantedFault(
                            "Retry-After is forgotten",
                            THROTTLED,
                            parts -> parts.catalog(FaultyReads::forgetsRetryAfter)),
                    new PlantedFault(
                            "not let in looks like an empty shop",
                            REFUSED,
                            parts ->
                                    parts.catalog(good ->
                                            FaultyReads.emptyOn(
                                                    UpstreamException.Refused.class, good))),
                    new PlantedFault(
                            "drift on a later page ends the pull",
                            DRIFT,
                            parts ->
                                    parts.catalog(good ->
                                            FaultyReads.endsOn(
                                                    UpstreamException.Drifted.class, good))),
                    new PlantedFault(
                            "not let in on a later page ends the pull",
                            REFUSED,
                            parts ->
                                    parts.catalog(good ->
                                            FaultyReads.endsOn(
                                                    UpstreamException.Refused.class, good))),
                    new PlantedFault(
                            "drift looks like a store without promotions",
                            DRIFT,
                            parts ->
                                    parts.promotions(good ->
                                            FaultyReads.noneOn(
                                                    UpstreamException.Drifted.class, good))),
                    new PlantedFault(
                            "drift looks like sold out",
                            DRIFT,
                            parts ->
                                    parts.orders(good ->
                                            FaultyOrders.soldOutOn(
                                                    UpstreamException.Drifted.class, good))),
                    new PlantedFault(
                            "asked too often looks like a store without promotions",
                            THROTTLED,
                            parts ->
                                    parts.promotions(good ->
                                            FaultyReads.noneOn(
                                                    UpstreamException.Throttled.class, good))),
                    new PlantedFault(
                            "asked too often looks like sold out",
                            THROTTLED,
                            parts ->
                                    parts.orders(good ->
                                            FaultyOrders.soldOutOn(
                                                    UpstreamException.Throttled.class, good))),
                    new PlantedFault(
                            "not let in looks like a store without promotions",
                            REFUSED,
                            parts ->
                                    parts.promotions(good ->
                                            FaultyReads.noneOn(
                                                    UpstreamException.Refused.class, good))),
                    new PlantedFault(
                            "not let in looks like sold out",
                            REFUSED,
                            parts ->
                                    parts.orders(good ->
                                            FaultyOrders.soldOutOn(
                                                    UpstreamException.Refused.class, good))),
                    new PlantedFault(
                            "a look-up that went wrong is taken for no order",
                            LOST_ANSWER,
                            parts -> parts.orders(FaultyOrders::takesAnyFaultForNoOrder)),
                    new PlantedFault(
                            "an order is called off where it cannot be followed",
                            EnumSet.of(DRIFT, THROTTLED, REFUSED),
                            parts -> parts.orders(FaultyOrders::losesSightOnAnyFault)),
                    new PlantedFault(
                            "a promotion nobody understands is dropped",
                            PROMOTIONS,
                            parts -> parts.promotions(FaultyReads::dropsUnmodelled)),
                    new PlantedFault(
                            "20 % are read as 2 %",
                            PREDICTION, parts -> parts.promotions(FaultyReads::aTenthOfIt)),
                    new PlantedFault(
                            "the link leads nowhere",
                            HAND_OFF,
                            parts -> parts.linkingTo("about:blank")),
                    new PlantedFault(
                            "what is sold out is not named",
                            QUOTE,
                            parts -> parts.orders(FaultyOrders::namesNothing)),
                    new PlantedFault(
                            "the agreed total is ignored",
                            PLACE,
                            parts -> parts.orders(FaultyOrders::paysAnything)),
                    new PlantedFault(
                            "more is charged than quoted",
                            EnumSet.of(PLACE, PREDICTION),
                            parts -> parts.orders(FaultyOrders::chargesACentMore)),
                    new PlantedFault(
                            "an unreadable answer to placing is taken for a no",
                            LOST_ANSWER,
                            parts -> parts.orders(FaultyOrders::takesDriftForNo)),
                    new PlantedFault(
                            "a late order is never seen",
                            LATE_SUCCESS,
                            parts -> parts.orders(FaultyOrders::looksOnlyOnce)),
                    new PlantedFault(
                            "an unknown status is taken for success",
                            UNKNOWN_STATUS,
                            parts -> parts.orders(FaultyOrders::takesUnknownForAccepted)),
                    new PlantedFault(
                            "a repeated event has a new name",
                            DUPLICATE_WEBHOOK,
                            parts -> parts.webhooks(FaultyWebhooks::namesAnew)),
                    new PlantedFault(
                            "a forged webhook is heard",
                            FORGED_WEBHOOK,
                            parts -> parts.webhooks(FaultyWebhooks::hearsAnybody)));

    /** The fault of the contract that is running; none where unbound. */
    static final ScopedValue<PlantedFault> PLANTED = ScopedValue.newInstance();

    PlantedFault(String words, Behaviour red, UnaryOperator<Parts> mistake) {
        this(words, EnumSet.of(red), mistake);
    }

    Parts in(Parts good) {
        return mistake.apply(good);
    }

    @Override
    public String toString() {
        return words;
    }
}
