package com.truecart.sandbox;

/** What a shop speaks. */
public enum Protocol {
    /** WooCommerce Store API, version 1. */
    WOOCOMMERCE,
    /** Universal Commerce Protocol over REST or MCP, release 2026-04-08. */
    UCP,
    /** Google product and promotion feeds as XML. */
    FEED_XML,
    /** Google product and promotion feeds as tab-separated text. */
    FEED_TSV
}
