package com.truecart.sandbox.pay;

import com.truecart.sandbox.pay.Trades.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Money held at Alipay: asked for, frozen, taken in parts and let go. */
final class AlipayHold {
    final String order;
    final String request;
    final String authNo = FreshName.of("2026100");
    final String title;
    final long amount;
    final Instant until;
    final String notifyAt;
    final Map<String, Long> unfrozen = new LinkedHashMap<>();
    Status status = Status.WAITING;
    Instant frozenAt = Instant.EPOCH;
    long paid;

    AlipayHold(ObjectNode content, Map<String, String> fields, Instant now) {
        order = name(content, "out_order_no");
        request = name(content, "out_request_no");
        title = content.path("order_title").asString("");
        amount = AlipayText.fen(content.path("amount").asString(""));
        until = now.plus(minutes(content.path("pay_timeout").asString("")));
        notifyAt = fields.getOrDefault("notify_url", "");
        if (title.isEmpty()
                || !content.path("product_code").asString("").equals(AlipayHolds.PRODUCT)
                || !content.path("payee_user_id").asString("").equals(AlipayDesk.SELLER_ID)) {
            throw new ArithmeticException("a field is not right");
        }
    }

    long rest() {
        return status == Status.PAID
                ? amount - paid - unfrozen.values().stream().mapToLong(Long::longValue).sum()
                : 0;
    }

    /** What Alipay tells of it, asked or unasked. */
    Map<String, String> fields() {
        Map<String, String> told = new LinkedHashMap<>();
        told.put("out_order_no", order);
        told.put("out_request_no", request);
        told.put("order_title", title);
        told.put("operation_type", "FREEZE");
        told.put("amount", AlipayText.yuan(amount));
        told.put(
                "status",
                switch (status) {
                    case WAITING -> "INIT";
                    case PAID -> "SUCCESS";
                    case CLOSED -> "CLOSED";
                });
        if (status == Status.PAID) {
            told.put("auth_no", authNo);
            told.put("payer_user_id", AlipayHolds.PAYER);
            told.put("gmt_trans", AlipayText.time(frozenAt));
            told.put("total_freeze_amount", AlipayText.yuan(amount));
            told.put("total_pay_amount", AlipayText.yuan(paid));
            told.put("rest_amount", AlipayText.yuan(rest()));
        }
        return told;
    }

    /** Alipay's word for the order. */
    String word() {
        return switch (status) {
            case WAITING -> "INIT";
            case CLOSED -> "CLOSED";
            case PAID -> rest() > 0 ? "AUTHORIZED" : paid > 0 ? "FINISH" : "CLOSED";
        };
    }

    static String name(ObjectNode content, String field) {
        String name = content.path(field).asString("");
        if (!name.matches("[A-Za-z0-9_]{1,64}")) {
            throw new ArithmeticException(field);
        }
        return name;
    }

    private static Duration minutes(String timeout) {
        if (!timeout.matches("[1-9]\\d{0,4}m")) {
            throw new ArithmeticException("pay_timeout");
        }
        return Duration.ofMinutes(Long.parseLong(timeout.substring(0, timeout.length() - 1)));
    }
}
