package com.truecart.realshops.vendure;

import com.truecart.realshops.RealShopException;
import com.truecart.realshops.vendure.OrderChange.AddLines;
import com.truecart.realshops.vendure.OrderChange.ApplyCode;
import com.truecart.realshops.vendure.OrderChange.ChangeQuantity;
import com.truecart.realshops.vendure.OrderChange.ChooseShipping;
import com.truecart.realshops.vendure.OrderChange.RemoveCode;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** One shopper's session with the shop. */
final class Till {
    private static final String ORDER = "{ " + OrderDocument.FIELDS + " }";
    private static final String ORDER_OR_REFUSAL =
            "{ ... on Order " + ORDER + " ... on ErrorResult { errorCode message } }";

    private final GraphQl api;

    Till(GraphQl api) {
        this.api = api;
    }

    void logIn(Customer customer) {
        api.logIn(customer.emailAddress(), VendureAdmin.CUSTOMER_PASSWORD);
    }

    /** Takes everything out of the order that a customer keeps from one session to the next. */
    void empty() {
        JsonNode order = api.ask("{ activeOrder { couponCodes } }", Map.of());
        if (order.isNull()) {
            return;
        }
        GraphQl.accepted(
                api.ask(
                        """
                        mutation { removeAllOrderLines {
                          ... on Order { id } ... on ErrorResult { errorCode message } } }
                        """,
                        Map.of()));
        order.get("couponCodes").forEach(code -> removeCode(code.asString()));
    }

    QuotedOrder make(OrderChange change) {
        return OrderDocument.read(
                switch (change) {
                    case AddLines(List<BasketLine> lines) -> add(lines);
                    case ChangeQuantity(long variantId, int quantity) ->
                            changeQuantity(variantId, quantity);
                    case ApplyCode(String code) ->
                            api.change(
                                    "mutation($code: String!) { applyCouponCode(couponCode: $code) "
                                            + ORDER_OR_REFUSAL
                                            + " }",
                                    Fields.of("code", code));
                    case RemoveCode(String code) -> removeCode(code);
                    case ChooseShipping(ShippingMethod method) ->
                            api.change(
                                    "mutation($ids: [ID!]!) { setOrderShippingMethod("
                                            + "shippingMethodId: $ids) "
                                            + ORDER_OR_REFUSAL
                                            + " }",
                                    Fields.of("ids", List.of(method.id())));
                });
    }

    private JsonNode add(List<BasketLine> lines) {
        List<Map<String, Object>> inputs =
                lines.stream()
                        .map(line ->
                                Map.<String, Object>of(
                                        "productVariantId",
                                        line.variantId(),
                                        "quantity",
                                        line.quantity()))
                        .toList();
        JsonNode result =
                api.ask(
                        "mutation($inputs: [AddItemInput!]!) { addItemsToOrder(inputs: $inputs) {"
                                + " order "
                                + ORDER
                                + " errorResults { ... on ErrorResult { errorCode message } } } }",
                        Fields.of("inputs", inputs).map());
        result.get("errorResults").forEach(GraphQl::accepted);
        return result.get("order");
    }

    private JsonNode changeQuantity(long variantId, int quantity) {
        JsonNode order =
                api.ask("{ activeOrder { lines { id productVariant { id } } } }", Map.of());
        JsonNode line =
                OrderDocument.lineOf(order, variantId)
                        .orElseThrow(() ->
                                new RealShopException(
                                        "The order has no line of variant " + variantId));
        return api.change(
                "mutation($id: ID!, $quantity: Int!) { adjustOrderLine(orderLineId: $id,"
                        + " quantity: $quantity) "
                        + ORDER_OR_REFUSAL
                        + " }",
                Fields.of("id", OrderDocument.id(line)).and("quantity", quantity));
    }

    private JsonNode removeCode(String code) {
        return api.ask(
                "mutation($code: String!) { removeCouponCode(couponCode: $code) " + ORDER + " }",
                Map.of("code", code));
    }
}
