package com.truecart.realshops.medusa;

import java.math.BigDecimal;

/**
 * What can be bought.
 *
 * @param id the shop's
 * @param productId of the product it is a variant of
 * @param inventoryItemId what its stock is counted by; empty where it never runs out
 * @param price as it was set
 */
public record Variant(
        String id, String productId, String inventoryItemId, String sku, BigDecimal price) {}
