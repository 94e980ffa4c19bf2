package com.truecart.app.order.web;

import com.truecart.app.order.SubOrderState;
import java.net.URI;
import java.util.Optional;

/** What a state has to say for itself. */
public record StateWords(
        Optional<String> reason,
        Optional<URI> goOnAt,
        Optional<String> storeOrder,
        Optional<String> storeWord) {

    public static StateWords of(SubOrderState state) {
        return switch (state) {
            case SubOrderState.AwaitingPayment _, SubOrderState.Placing _ ->
                    saying(Optional.empty());
            case SubOrderState.InDoubt doubt -> saying(doubt.parked());
            case SubOrderState.Rejected rejected -> saying(Optional.of(rejected.reason()));
            case SubOrderState.AwaitingBuyer waiting ->
                    new StateWords(
                            Optional.empty(),
                            Optional.of(waiting.at()),
                            Optional.empty(),
                            Optional.empty());
            case SubOrderState.Placed at -> atStore(at.storeOrder(), at.storeWord());
            case SubOrderState.Shipped at -> atStore(at.storeOrder(), at.storeWord());
            case SubOrderState.Delivered at -> atStore(at.storeOrder(), at.storeWord());
            case SubOrderState.Cancelled at -> atStore(at.storeOrder(), at.storeWord());
        };
    }

    private static StateWords saying(Optional<String> reason) {
        return new StateWords(reason, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static StateWords atStore(String order, String word) {
        return new StateWords(
                Optional.empty(), Optional.empty(), Optional.of(order), Optional.of(word));
    }
}
