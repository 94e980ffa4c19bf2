package com.truecart.sandbox.store;

/**
 * One line of an accepted order.
 *
 * @param unitPrice before cart promotions, in cents
 * @param total what the line was charged after promotions on lines, in cents
 */
public record BookedLine(
        String sku, String itemId, String title, int quantity, long unitPrice, long total) {}
