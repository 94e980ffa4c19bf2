package com.truecart.app.order;

import com.truecart.spi.UpstreamOrder.Event;
import com.truecart.spi.UpstreamOrder.Parcel;
import java.net.URI;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Parcels and what happened to them; the same statement twice is kept once. */
@Repository
class ParcelRecord {
    private final JdbcClient jdbc;

    ParcelRecord(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void record(SubOrderId id, List<Parcel> parcels) {
        for (Parcel parcel : parcels) {
            String number = parcel.trackingNumber().orElse("");
            jdbc.sql(
                            """
                            insert into parcel (sub_order_id, tracking_number, carrier, page)
                            values (:id, :number, :carrier, :page)
                            on conflict (sub_order_id, tracking_number) do update
                            set carrier = excluded.carrier, page = excluded.page
                            """)
                    .param("id", id.value())
                    .param("number", number)
                    .param("carrier", parcel.carrier().orElse(null))
                    .param("page", parcel.page().map(URI::toString).orElse(null))
                    .update();
            for (Event event : parcel.events()) {
                jdbc.sql(
                                """
                                insert into parcel_event (sub_order_id, tracking_number, at, kind, text)
                                values (:id, :number, :at, :kind, :text)
                                on conflict do nothing
                                """)
                        .param("id", id.value())
                        .param("number", number)
                        .param("at", OrderRecord.utc(event.at()))
                        .param("kind", event.kind())
                        .param("text", event.text())
                        .update();
            }
        }
    }
}
