package com.truecart.spi;

import java.net.URI;
import java.util.Optional;

/**
 * Reads what an upstream sends us unasked. A delivery is a hint to ask again and never the new
 * state: it may be lost, come twice, late or out of order.
 */
public interface Webhooks {

    /**
     * Checks who sent it, in constant time, and says what to ask about again. Makes calls only to
     * learn the sender's keys.
     *
     * @throws UpstreamException where the sender's keys cannot be had; the host lets the upstream
     *     send again
     */
    Heard hear(Delivery delivery);

    /**
     * What the upstream fetches from the host to learn who asks, with which keys, and where to send
     * to; most want none. The host serves it to anybody at {@code <deliveries>/profile}. Makes no
     * calls.
     *
     * @param deliveries the public address at which the host hears this upstream
     */
    default Optional<Introduction> introduction(URI deliveries) {
        return Optional.empty();
    }

    /**
     * A document about us; holds no secrets.
     *
     * @param mediaType as HTTP names it
     */
    record Introduction(String mediaType, String text) {}

    /** What a delivery comes to. */
    sealed interface Heard {}

    /**
     * The upstream sent it.
     *
     * @param eventId the upstream's name for the event, the same in each repetition; the host acts
     *     once per id
     * @param about what to ask about again
     */
    record Hint(String eventId, About about) implements Heard {}

    /** Nobody who may speak for the upstream sent it, or it was altered; the host answers 401. */
    record Forged(String why) implements Heard {}

    /** What changed. */
    sealed interface About {}

    /** Something that is listed, or a promotion. */
    record TheCatalogue() implements About {}

    /** One order. */
    record AnOrder(String upstreamOrderId) implements About {}

    /** Nothing we follow. */
    record NothingWeFollow() implements About {}
}
