package com.truecart.spi;

import com.truecart.model.Money;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An order as the store states it now: always a whole snapshot.
 *
 * @param handle how to ask again
 * @param status where it stands
 * @param statusText the store's own word
 * @param charged what the store charges in all, refunds not taken off
 * @param refunded what the store gave back of it so far
 * @param parcels what is on its way
 * @param at when the store said so
 */
public record UpstreamOrder(
        OrderHandle handle,
        Status status,
        String statusText,
        Money charged,
        Money refunded,
        List<Parcel> parcels,
        Instant at) {

    /** An order of which nothing was given back. */
    public UpstreamOrder(
            OrderHandle handle,
            Status status,
            String statusText,
            Money charged,
            List<Parcel> parcels,
            Instant at) {
        this(handle, status, statusText, charged, new Money(0, charged.currency()), parcels, at);
    }

    public UpstreamOrder {
        parcels = List.copyOf(parcels);
    }

    /**
     * Where an order stands. An upstream word we do not know is {@link #UNRECOGNISED}: never
     * success, never failure.
     */
    public enum Status {
        ACCEPTED,
        SHIPPED,
        DELIVERED,
        CANCELLED,
        UNRECOGNISED
    }

    /**
     * One parcel and what happened to it, oldest first.
     *
     * @param carrier as the store names it
     * @param trackingNumber where it states one
     * @param page where a person can follow it
     */
    public record Parcel(
            Optional<String> carrier,
            Optional<String> trackingNumber,
            Optional<URI> page,
            List<Event> events) {
        public Parcel {
            events = List.copyOf(events);
        }
    }

    /** One thing that happened to a parcel, in the store's words. */
    public record Event(Instant at, String kind, String text) {}
}
