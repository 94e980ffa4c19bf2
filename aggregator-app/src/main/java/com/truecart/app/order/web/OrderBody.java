package com.truecart.app.order.web;

import com.truecart.app.order.HandOff;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.OrderStatus;
import com.truecart.app.order.OrderView;
import com.truecart.app.order.OrderView.Line;
import com.truecart.app.order.OrderView.Parcel;
import com.truecart.app.order.OrderView.ParcelEvent;
import com.truecart.app.order.OrderView.Part;
import com.truecart.app.order.Shortage;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.web.MoneyView;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An order on the wire.
 *
 * @param shortage what was agreed to for the case that a store does not have goods
 */
record OrderBody(
        String id,
        String number,
        String status,
        Instant placedAt,
        List<PartBody> stores,
        List<HandOffBody> handOff,
        Optional<ShortagePolicy> shortage) {

    static OrderBody of(OrderView order) {
        return new OrderBody(
                order.id().toString(),
                order.number(),
                order.status().name(),
                order.placedAt(),
                order.parts().stream().map(PartBody::of).toList(),
                order.handOff().stream().map(HandOffBody::of).toList(),
                order.shortage());
    }

    /**
     * @param paidTo who is paid by the shopper
     * @param reason why it was refused, or why a person asks the store
     * @param goOnAt where the shopper has to go on
     * @param refunded what the store gave back of what it charged
     * @param goods what becomes of its goods, where it was not placed
     */
    record PartBody(
            String store,
            Map<String, String> merchantOfRecord,
            MerchantOfRecord paidTo,
            String status,
            Optional<String> reason,
            Optional<URI> goOnAt,
            Optional<String> storeOrder,
            Optional<String> storeWord,
            MoneyView promised,
            MoneyView quoted,
            Optional<MoneyView> charged,
            MoneyView refunded,
            List<LineBody> lines,
            List<ParcelBody> parcels,
            List<DifferenceBody> differences,
            Optional<GoodsBody> goods) {

        static PartBody of(Part part) {
            StateWords words = StateWords.of(part.subOrder().state());
            return new PartBody(
                    part.subOrder().store().toString(),
                    part.subOrder().storeName().byLanguage(),
                    part.subOrder().merchant(),
                    OrderStatus.word(part.subOrder().state()).name(),
                    words.reason(),
                    words.goOnAt(),
                    words.storeOrder(),
                    words.storeWord(),
                    MoneyView.of(part.subOrder().promised().total()),
                    MoneyView.of(part.subOrder().quoted().total()),
                    part.subOrder().charged().map(MoneyView::of),
                    MoneyView.of(part.subOrder().refunded()),
                    part.lines().stream().map(LineBody::of).toList(),
                    part.parcels().stream().map(ParcelBody::of).toList(),
                    part.differences().stream()
                            .map(one ->
                                    new DifferenceBody(
                                            one.kind(),
                                            MoneyView.of(one.amount()),
                                            one.explanation()))
                            .toList(),
                    part.shortage().map(GoodsBody::of));
        }
    }

    /**
     * @param outOfStock whether the store has too few of them
     * @param until when they are left out, as long as it is {@code ACTING} or {@code ASKING}
     */
    record GoodsBody(boolean outOfStock, Shortage.Step step, Optional<Instant> until) {

        static GoodsBody of(Shortage shortage) {
            return new GoodsBody(
                    shortage.isShort(),
                    shortage.step(),
                    Optional.of(shortage.until()).filter(_ -> shortage.step().isOpen()));
        }
    }

    record LineBody(
            String productId,
            Map<String, String> title,
            int quantity,
            MoneyView promised,
            MoneyView quoted,
            Optional<MoneyView> charged) {

        static LineBody of(Line line) {
            return new LineBody(
                    line.product().toString(),
                    line.title().byLanguage(),
                    line.quantity(),
                    MoneyView.of(line.promised()),
                    MoneyView.of(line.quoted()),
                    line.charged().map(MoneyView::of));
        }
    }

    record ParcelBody(
            Optional<String> carrier,
            Optional<String> trackingNumber,
            Optional<URI> page,
            List<ParcelEvent> events) {

        static ParcelBody of(Parcel parcel) {
            return new ParcelBody(
                    parcel.carrier(), parcel.trackingNumber(), parcel.page(), parcel.events());
        }
    }

    record DifferenceBody(String between, MoneyView amount, String explanation) {}

    record HandOffBody(Map<String, String> store, List<HandOffLineBody> lines) {

        static HandOffBody of(HandOff handOff) {
            return new HandOffBody(
                    handOff.store().byLanguage(),
                    handOff.lines().stream()
                            .map(line ->
                                    new HandOffLineBody(
                                            line.title().byLanguage(),
                                            line.quantity(),
                                            MoneyView.of(line.price()),
                                            line.page(),
                                            line.way()))
                            .toList());
        }
    }

    record HandOffLineBody(
            Map<String, String> title,
            int quantity,
            MoneyView price,
            Optional<URI> page,
            Optional<String> way) {}
}
