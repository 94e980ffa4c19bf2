package com.truecart.app.order;

import com.truecart.app.catalog.LocalizedJson;
import com.truecart.app.catalog.MoneyJson;
import com.truecart.app.order.SubOrderState.AwaitingBuyer;
import com.truecart.app.order.SubOrderState.AwaitingPayment;
import com.truecart.app.order.SubOrderState.Cancelled;
import com.truecart.app.order.SubOrderState.Delivered;
import com.truecart.app.order.SubOrderState.InDoubt;
import com.truecart.app.order.SubOrderState.Placed;
import com.truecart.app.order.SubOrderState.Placing;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.order.SubOrderState.Shipped;
import com.truecart.model.Localized;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How orders are written into jsonb columns. */
final class OrderJson {

    private static final JsonMapper MAPPER = MoneyJson.mapper();

    private OrderJson() {}

    static String write(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    static <T> T read(String json, Class<T> type) {
        return MAPPER.readValue(json, type);
    }

    static <T> T read(String json, TypeReference<T> type) {
        return MAPPER.readValue(json, type);
    }

    static String write(Localized text) {
        return LocalizedJson.write(text);
    }

    static String nameOf(SubOrderState state) {
        return switch (state) {
            case AwaitingPayment _ -> "awaiting_payment";
            case Placing _ -> "placing";
            case AwaitingBuyer _ -> "awaiting_buyer";
            case InDoubt _ -> "in_doubt";
            case Placed _ -> "placed";
            case Shipped _ -> "shipped";
            case Delivered _ -> "delivered";
            case Cancelled _ -> "cancelled";
            case Rejected _ -> "rejected";
        };
    }

    static SubOrderState state(String name, String details) {
        Class<? extends SubOrderState> type =
                switch (name) {
                    case "awaiting_payment" -> AwaitingPayment.class;
                    case "placing" -> Placing.class;
                    case "awaiting_buyer" -> AwaitingBuyer.class;
                    case "in_doubt" -> InDoubt.class;
                    case "placed" -> Placed.class;
                    case "shipped" -> Shipped.class;
                    case "delivered" -> Delivered.class;
                    case "cancelled" -> Cancelled.class;
                    case "rejected" -> Rejected.class;
                    default ->
                            throw new IllegalStateException(
                                    "sub_order.state '" + name + "' is none of ours");
                };
        return read(details, type);
    }
}
