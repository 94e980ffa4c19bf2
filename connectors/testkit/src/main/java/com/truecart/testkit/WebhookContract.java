package com.truecart.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Connector;
import com.truecart.spi.Delivery;
import com.truecart.spi.Webhooks;
import com.truecart.spi.Webhooks.Forged;
import com.truecart.spi.Webhooks.Heard;
import com.truecart.spi.Webhooks.Hint;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What every connector keeps that hears an upstream's webhooks. A concrete contract test implements
 * it beside the class it extends.
 */
public interface WebhookContract {

    /** A fresh connection that hears the deliveries of this test. */
    Connector listening();

    /** One event, signed as the upstream signs it; a second call is the same event sent again. */
    Delivery delivery();

    /** Another event, signed as well. */
    Delivery anotherDelivery();

    /** What {@link #delivery()} is about. */
    Webhooks.About about();

    @Test
    @Shows(Behaviour.FORGED_WEBHOOK)
    default void aGenuineDeliveryIsAHintAboutWhatChanged() {
        assertThat(hear(delivery()))
                .isInstanceOfSatisfying(
                        Hint.class,
                        hint -> {
                            assertThat(hint.eventId()).isNotBlank();
                            assertThat(hint.about()).isEqualTo(about());
                        });
    }

    @Test
    @Shows(Behaviour.DUPLICATE_WEBHOOK)
    default void theSameEventSentTwiceHasOneName() {
        assertThat(eventId(delivery())).isEqualTo(eventId(delivery()));
    }

    @Test
    @Shows(Behaviour.DUPLICATE_WEBHOOK)
    default void anotherEventHasAnotherName() {
        assertThat(eventId(anotherDelivery())).isNotEqualTo(eventId(delivery()));
    }

    @Test
    @Shows(Behaviour.FORGED_WEBHOOK)
    default void anAlteredBodyIsForged() {
        Delivery genuine = delivery();
        assertThat(hear(with(genuine, genuine.headers(), genuine.body() + " ")))
                .isInstanceOf(Forged.class);
    }

    @Test
    @Shows(Behaviour.FORGED_WEBHOOK)
    default void aDeliveryWithoutItsSignatureIsForged() {
        Delivery genuine = delivery();
        Map<String, List<String>> bare = new HashMap<>(genuine.headers());
        Set<String> ofHttp = Set.of("content-type", "content-length", "host");
        bare.keySet().removeIf(name -> !ofHttp.contains(name.toLowerCase(Locale.ROOT)));
        assertThat(hear(with(genuine, bare, genuine.body()))).isInstanceOf(Forged.class);
    }

    @Test
    @Shows(Behaviour.FORGED_WEBHOOK)
    default void theSignatureOfAnotherEventIsForged() {
        Delivery genuine = delivery();
        assertThat(hear(with(genuine, anotherDelivery().headers(), genuine.body())))
                .isInstanceOf(Forged.class);
    }

    private Heard hear(Delivery delivery) {
        try (Connector connector = listening()) {
            return connector.webhooks().orElseThrow().hear(delivery);
        }
    }

    private String eventId(Delivery delivery) {
        Heard heard = hear(delivery);
        assertThat(heard).isInstanceOf(Hint.class);
        return ((Hint) heard).eventId();
    }

    private static Delivery with(Delivery like, Map<String, List<String>> headers, String body) {
        return new Delivery(like.method(), like.uri(), headers, body, like.at());
    }
}
