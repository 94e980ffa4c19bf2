package com.truecart.connector.medusa;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.UpstreamOrder;
import com.truecart.spi.UpstreamOrder.Status;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderStateTest {
    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void aRefundLowersTheShopsTotalAndNotWhatWasCharged() {
        UpstreamOrder order =
                order(
                        """
                        {"id":"order_1","display_id":7,"status":"pending","fulfillment_status":"shipped",
                         "payment_status":"partially_refunded","total":42.875,"currency_code":"hkd",
                         "payment_collections":[{"refunded_amount":5.5}],
                         "fulfillments":[{"packed_at":"2026-11-26T10:00:00.000Z",
                           "shipped_at":"2026-11-26T11:00:00.000Z","delivered_at":null,"canceled_at":null,
                           "labels":[{"tracking_number":"SF1","tracking_url":"https://track.example/SF1"},
                                     {"tracking_number":"SF2","tracking_url":"#"}]}]}
                        """);
        assertThat(order.charged()).isEqualTo(Money.of(4_838, "HKD"));
        assertThat(order.refunded()).isEqualTo(Money.of(550, "HKD"));
        assertThat(order.handle().upstreamOrderId()).isEqualTo("7");
        assertThat(order.handle().access().reveal()).isEqualTo("order_1");
        assertThat(order.statusText()).isEqualTo("pending, shipped, partially_refunded");
        assertThat(order.parcels())
                .extracting(parcel -> parcel.trackingNumber().orElse(""))
                .containsExactly("SF1", "SF2");
        assertThat(order.parcels().getLast().page()).as("\"#\" is no address").isEmpty();
        assertThat(order.parcels().getFirst().events())
                .extracting(UpstreamOrder.Event::kind)
                .containsExactly("packed", "shipped");
    }

    @Test
    void whatIsOnlyPackedIsNoParcelYetAndAGuestSeesOneWithoutItsNumber() {
        assertThat(order(with("\"packed_at\":\"2026-11-26T10:00:00.000Z\"")).parcels()).isEmpty();
        assertThat(order(with("\"shipped_at\":\"2026-11-26T10:00:00.000Z\"")).parcels())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.trackingNumber()).isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "pending, not_fulfilled, ACCEPTED",
        "pending, fulfilled, ACCEPTED",
        "pending, partially_fulfilled, ACCEPTED",
        "pending, canceled, ACCEPTED",
        "pending, partially_shipped, SHIPPED",
        "pending, shipped, SHIPPED",
        "pending, partially_delivered, SHIPPED",
        "pending, delivered, DELIVERED",
        "completed, delivered, DELIVERED",
        "archived, delivered, DELIVERED",
        "canceled, not_fulfilled, CANCELLED",
        "canceled, shipped, CANCELLED",
        "requires_action, not_fulfilled, UNRECOGNISED",
        "pending, teleported, UNRECOGNISED"
    })
    void aStatusIsWhereTheGoodsAre(String own, String fulfilment, Status status) {
        UpstreamOrder order =
                order(
                        """
                        {"id":"order_1","display_id":7,"status":"%s","fulfillment_status":"%s","total":1,
                         "currency_code":"hkd"}
                        """
                                .formatted(own, fulfilment));
        assertThat(order.status()).isEqualTo(status);
    }

    private static String with(String fulfilment) {
        return """
        {"id":"order_1","display_id":7,"status":"pending","total":1,"currency_code":"hkd",
         "fulfillments":[{%s}]}
        """
                .formatted(fulfilment);
    }

    private static UpstreamOrder order(String json) {
        return new OrderState(Json.parse(json)).translated(NOW);
    }
}
