package com.truecart.realshops.vendure;

import com.truecart.realshops.RealShopException;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The back office of placed orders, each named by its code. */
public final class VendureOrders {
    private final GraphQl api;

    VendureOrders(GraphQl api) {
        this.api = api;
    }

    /** How many orders the shop holds that were placed. */
    public int placed() {
        JsonNode orders =
                api.ask(
                        "{ orders(options: { filter: { active: { eq: false } } }) { totalItems } }",
                        Map.of());
        return orders.get("totalItems").asInt();
    }

    /** The shop's word for where it stands. */
    public String state(String code) {
        return order(code).get("state").asString();
    }

    /** Takes what was authorised. */
    public void settle(String code) {
        for (JsonNode payment : order(code).get("payments")) {
            if (payment.get("state").asString().equals("Authorized")) {
                api.change(
                        """
                        mutation($id: ID!) { settlePayment(id: $id) {
                          ... on Payment { id } ... on ErrorResult { errorCode message } } }
                        """,
                        Fields.of("id", OrderDocument.id(payment)));
            }
        }
    }

    /** Sends everything in one parcel. */
    public void ship(String code, String carrier, String trackingCode) {
        JsonNode order = order(code);
        List<Fields> lines =
                order.get("lines")
                        .valueStream()
                        .map(line ->
                                Fields.of("orderLineId", OrderDocument.id(line))
                                        .and("quantity", line.get("quantity").asInt()))
                        .toList();
        Fields handler =
                Operations.operation(
                        "manual-fulfillment",
                        Operations.argument("method", carrier),
                        Operations.argument("trackingCode", trackingCode));
        JsonNode parcel =
                api.change(
                        """
                        mutation($input: FulfillOrderInput!) { addFulfillmentToOrder(input: $input) {
                          ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }
                        """,
                        Fields.of("input", Fields.of("lines", lines).and("handler", handler)));
        move(OrderDocument.id(parcel), "Shipped");
    }

    /** All its parcels arrived. */
    public void deliver(String code) {
        for (JsonNode parcel : order(code).get("fulfillments")) {
            move(OrderDocument.id(parcel), "Delivered");
        }
    }

    /** Takes it back whole. */
    public void cancel(String code) {
        api.change(
                """
                mutation($input: CancelOrderInput!) { cancelOrder(input: $input) {
                  ... on Order { id } ... on ErrorResult { errorCode message } } }
                """,
                Fields.of(
                        "input",
                        Fields.of("orderId", OrderDocument.id(order(code)))
                                .and("cancelShipping", true)
                                .and("reason", "as a test wants")));
    }

    /** Gives back so many cents of what was taken. */
    public void refund(String code, long amount) {
        JsonNode payment = order(code).get("payments").get(0);
        JsonNode refund =
                api.change(
                        """
                        mutation($input: RefundOrderInput!) { refundOrder(input: $input) {
                          ... on Refund { id state } ... on ErrorResult { errorCode message } } }
                        """,
                        Fields.of(
                                "input",
                                Fields.of("lines", List.of())
                                        .and("shipping", 0)
                                        .and("adjustment", 0)
                                        .and("amount", amount)
                                        .and("paymentId", OrderDocument.id(payment))
                                        .and("reason", "as a test wants")));
        if (refund.get("state").asString().equals("Pending")) {
            api.change(
                    """
                    mutation($input: SettleRefundInput!) { settleRefund(input: $input) {
                      ... on Refund { id } ... on ErrorResult { errorCode message } } }
                    """,
                    Fields.of(
                            "input",
                            Fields.of("id", OrderDocument.id(refund))
                                    .and("transactionId", "back")));
        }
    }

    private void move(long parcel, String state) {
        api.change(
                """
                mutation($id: ID!, $state: String!) {
                  transitionFulfillmentToState(id: $id, state: $state) {
                    ... on Fulfillment { id } ... on ErrorResult { errorCode message } } }
                """,
                Fields.of("id", parcel).and("state", state));
    }

    private JsonNode order(String code) {
        JsonNode found =
                api.ask(
                        """
                        query($code: String!) {
                          orders(options: { filter: { code: { eq: $code } } }) { items {
                            id state lines { id quantity } payments { id state }
                            fulfillments { id } } } }
                        """,
                        Map.of("code", code));
        return found.get("items")
                .valueStream()
                .findFirst()
                .orElseThrow(() -> new RealShopException("The shop has no order " + code));
    }
}
