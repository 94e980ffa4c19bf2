package com.truecart.app.catalog;

import com.truecart.model.Availability;
import com.truecart.model.Gtin;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** A listing in the making, with little said of it. */
record Facts(
        String upstreamId,
        Localized title,
        String brand,
        Identifiers identifiers,
        Instant seenAt,
        List<Offer> offers) {

    static Facts of(String upstreamId) {
        return new Facts(
                upstreamId,
                Localized.of("en", "Soy sauce " + upstreamId),
                "Pearl",
                Identifiers.NONE,
                Instant.parse("2026-07-15T04:00:00Z"),
                List.of());
    }

    Facts seen(String moment) {
        return new Facts(upstreamId, title, brand, identifiers, Instant.parse(moment), offers);
    }

    Facts titled(Localized other) {
        return new Facts(upstreamId, other, brand, identifiers, seenAt, offers);
    }

    Facts gtin(String gtin) {
        return new Facts(
                upstreamId,
                title,
                brand,
                new Identifiers(
                        Optional.of(Gtin.parse(gtin)), identifiers.mpn(), identifiers.sharedCode()),
                seenAt,
                offers);
    }

    Facts mpn(String mpn) {
        return new Facts(
                upstreamId,
                title,
                brand,
                new Identifiers(identifiers.gtin(), Optional.of(mpn), identifiers.sharedCode()),
                seenAt,
                offers);
    }

    Facts code(String code) {
        return new Facts(
                upstreamId,
                title,
                brand,
                new Identifiers(identifiers.gtin(), identifiers.mpn(), Optional.of(code)),
                seenAt,
                offers);
    }

    Facts by(String other) {
        return new Facts(upstreamId, title, other, identifiers, seenAt, offers);
    }

    Facts at(String seller, long cents) {
        List<Offer> more = new ArrayList<>(offers);
        more.add(
                new Offer(
                        new Seller(seller, Localized.of("en", seller)),
                        Money.of(cents, "HKD"),
                        Optional.empty(),
                        Availability.UNSTATED,
                        ItemCondition.NEW,
                        List.of()));
        return new Facts(upstreamId, title, brand, identifiers, seenAt, more);
    }

    Listing listing() {
        return new Listing(
                upstreamId,
                Optional.empty(),
                title,
                Optional.of(Localized.of("en", brand)),
                List.of(Localized.of("en", "Sauces")),
                Optional.empty(),
                identifiers,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                offers,
                seenAt);
    }
}
