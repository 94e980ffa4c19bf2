package com.truecart.sandbox.woo;

import com.truecart.sandbox.http.Json;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Bill;
import com.truecart.sandbox.till.Reduction;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Turning a cart into an order. There is no idempotency here, as in the real API. */
final class WooCheckout {
    private final Store store;
    private final WooCartView view;
    private final URI base;
    private final Supplier<WooPolicy> policy;
    private final Map<Integer, WooCart> drafts = new ConcurrentHashMap<>();
    private int lastNumber;

    WooCheckout(Store store, WooCartView view, URI base, Supplier<WooPolicy> policy) {
        this.store = store;
        this.view = view;
        this.base = base;
        this.policy = policy;
    }

    /** Shows the draft order of this cart, made on the first look; at the counter. */
    Reply draft(WooCart cart) throws WooError {
        if (cart.quantities().isEmpty()) {
            throw emptyCart();
        }
        WooCart.Draft draft = draftOf(cart);
        ObjectNode node = Json.object();
        node.put("order_id", draft.number());
        node.put("status", "checkout-draft");
        node.put("order_key", draft.key());
        node.put("order_number", Integer.toString(draft.number()));
        node.put("customer_note", "").put("customer_id", 0);
        node.set("billing_address", WooCartView.address(cart.billing()));
        node.set("shipping_address", WooCartView.address(cart.shipping()));
        node.put("payment_method", "");
        node.putNull("payment_result");
        return Reply.json(200, node);
    }

    /** The cart whose draft has this number and key, if it was not placed yet. */
    Optional<WooCart> drafted(String number, String key) {
        return drafts.values().stream()
                .filter(cart ->
                        cart.draft()
                                .filter(d -> Integer.toString(d.number()).equals(number))
                                .filter(d -> WooOrders.same(d.key(), key))
                                .isPresent())
                .findFirst();
    }

    private WooCart.Draft draftOf(WooCart cart) {
        if (cart.draft().isEmpty()) {
            lastNumber = Math.max(lastNumber, highestBooked()) + 1;
            String key = UUID.randomUUID().toString().replace("-", "").substring(0, 13);
            cart.draft(new WooCart.Draft(lastNumber, "wc_order_" + key));
            drafts.put(lastNumber, cart);
        }
        return cart.draft().orElseThrow();
    }

    private int highestBooked() {
        return store.book().orders().stream()
                .mapToInt(order -> Integer.parseInt(order.orderId()))
                .max()
                .orElse(5000);
    }

    private static WooError emptyCart() {
        return WooError.of(
                400,
                "woocommerce_rest_cart_empty",
                "Cannot place an order while your cart is empty.");
    }

    /** Checks everything, books the order and empties the cart; at the counter. */
    Reply place(WooCart cart, ObjectNode body) throws WooError {
        if (cart.quantities().isEmpty()) {
            throw emptyCart();
        }
        WooAddress.take(body, "billing_address", cart.billing());
        if (body.path("shipping_address").isObject()) {
            WooAddress.take(body, "shipping_address", cart.shipping());
        } else {
            cart.billing().forEach(cart.shipping()::putIfAbsent);
        }
        Optional<WooError> demanded =
                policy.get().demanded().flatMap(f -> WooFields.fault(f, body));
        if (demanded.isPresent()) {
            throw demanded.get();
        }
        Map<String, String> faults = WooAddress.faults(cart.billing(), cart.shipping());
        if (!faults.isEmpty()) {
            throw WooError.parameters(
                    "rest_invalid_param",
                    "Invalid parameter(s): " + String.join(", ", faults.keySet()),
                    faults);
        }
        String method = body.path("payment_method").asString("");
        if (!WooPaying.METHODS.contains(method)) {
            throw WooError.of(
                    400,
                    method.isEmpty()
                            ? "woocommerce_rest_checkout_missing_payment_method"
                            : "woocommerce_rest_checkout_payment_method_disabled",
                    "Please choose one of the payment methods: "
                            + String.join(", ", WooPaying.METHODS)
                            + ".");
        }
        WooCart.Sum sum = cart.sum(store, policy.get());
        if (!cart.errors().isEmpty()) {
            throw WooError.conflict(
                    "woocommerce_rest_cart_coupon_errors",
                    "A coupon no longer applies to this cart.",
                    view.cart(cart));
        }
        if (sum.chosen().isEmpty()) {
            throw WooError.of(
                    400,
                    "woocommerce_rest_invalid_shipping_option",
                    "Sorry, this order requires a shipping option.");
        }
        refuseAnotherTotal(cart, body.path("expected_total"), sum);
        refuseTooFew(cart, store.shelf().take(cart.quantities()));
        BookedOrder order = order(cart, sum, method, body.path("customer_note").asString(""));
        store.book().append(order);
        drafts.remove(Integer.valueOf(order.orderId()));
        cart.clear();
        return answer(order);
    }

    private void refuseAnotherTotal(WooCart cart, JsonNode expected, WooCart.Sum sum)
            throws WooError {
        if (!expected.isMissingNode()
                && !expected.asString("").equals(WooMoney.text(sum.total()))) {
            throw WooError.conflict(
                    "woocommerce_rest_checkout_total_mismatch",
                    "The cart total has changed. Please review it and try again.",
                    view.cart(cart));
        }
    }

    private void refuseTooFew(WooCart cart, Optional<Offer> shortage) throws WooError {
        if (shortage.isPresent()) {
            Offer offer = shortage.get();
            throw WooError.conflict(
                    offer.stock() == 0
                            ? "woocommerce_rest_product_out_of_stock"
                            : "woocommerce_rest_product_partially_out_of_stock",
                    "There is not enough stock of \"%s\" (%d left)."
                            .formatted(offer.product().name(), offer.stock()),
                    view.cart(cart));
        }
    }

    private BookedOrder order(WooCart cart, WooCart.Sum sum, String method, String note) {
        WooCart.Draft draft = draftOf(cart);
        Bill bill = sum.bill();
        Map<String, String> contact = new LinkedHashMap<>();
        cart.billing().forEach((k, v) -> contact.put("billing." + k, v));
        cart.shipping().forEach((k, v) -> contact.put("shipping." + k, v));
        contact.put(WooPaying.KEPT_AS, method);
        return new BookedOrder(
                store.terms().id(),
                Integer.toString(draft.number()),
                store.now(),
                Store.booked(bill),
                bill.subtotal(),
                bill.discount(),
                sum.delivery(),
                sum.tax(),
                sum.total(),
                ShopTerms.CURRENCY,
                bill.reductions().stream().map(Reduction::code).flatMap(Optional::stream).toList(),
                Optional.empty(),
                Optional.of(note).filter(n -> !n.isEmpty()),
                Optional.empty(),
                draft.key(),
                contact,
                "",
                "");
    }

    private Reply answer(BookedOrder order) {
        ObjectNode node = Json.object();
        node.put("order_id", Integer.parseInt(order.orderId()));
        node.put("status", WooPaying.beforeSending(order));
        node.put("order_key", order.accessKey());
        node.put("order_number", order.orderId());
        node.put("customer_note", order.note().orElse(""));
        node.put("customer_id", 0);
        ObjectNode billing = node.putObject("billing_address");
        ObjectNode shipping = node.putObject("shipping_address");
        for (String field : WooAddress.FIELDS) {
            billing.put(field, order.contact().getOrDefault("billing." + field, ""));
            shipping.put(field, order.contact().getOrDefault("shipping." + field, ""));
        }
        node.put("payment_method", WooPaying.of(order));
        ObjectNode payment = node.putObject("payment_result");
        payment.put("payment_status", "success");
        payment.putArray("payment_details");
        payment.put(
                "redirect_url",
                base
                        + "/checkout/order-received/"
                        + order.orderId()
                        + "/?key="
                        + order.accessKey());
        node.putArray("additional_fields");
        node.putObject("extensions");
        return Reply.json(200, node);
    }
}
