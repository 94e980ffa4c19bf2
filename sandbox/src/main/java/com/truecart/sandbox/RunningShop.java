package com.truecart.sandbox;

import java.net.URI;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A shop that is up and can be called.
 *
 * @param base the shop's address without a trailing slash; protocol paths are added to it
 * @param productsFeed where the shop publishes its products, if it is a feed shop
 * @param promotionsFeed where the shop publishes its promotion rules; every shop does
 * @param deliveryFee what standard delivery costs, in cents
 * @param freeFrom the value of goods after discounts from which delivery is free, in cents
 * @param deliversWithinDays the latest day after the order on which the shop says a parcel arrives
 */
public record RunningShop(
        String id,
        String name,
        String nameZh,
        Protocol protocol,
        URI base,
        Optional<URI> productsFeed,
        URI promotionsFeed,
        long deliveryFee,
        OptionalLong freeFrom,
        int deliversWithinDays,
        String currency) {}
