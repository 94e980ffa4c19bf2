package com.truecart.spi;

/**
 * What a connector needs to find an order again.
 *
 * @param upstreamOrderId the store's number, shown to people
 * @param access what else it takes (an order key); opaque, kept encrypted, never shown
 */
public record OrderHandle(String upstreamOrderId, Secret access) {}
