package com.truecart.connector.__PACKAGE__;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.kit.WebAddress;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Offer;
import com.truecart.model.Seller;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * From the upstream's words into ours, without a call or a clock. Every quirk of the upstream lives
 * here and has its example in {@code TranslateTest}.
 */
final class Translate {
    /** Characters of a title; longer ones are cut. */
    private static final int TITLE = 500;

    private final Seller seller;

    Translate(Seller seller) {
        this.seller = seller;
    }

    Listing listing(Json product, Instant seenAt) {
        return new Listing(
                product.id("id"),
                Optional.empty(),
                Localized.of(Localized.UNSTATED, PlainText.of(product.text("name"), TITLE)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Identifiers.NONE,
                Map.of(),
                product.optionalText("url").flatMap(WebAddress::of),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(offer(product)),
                seenAt);
    }

    /** How a person finds the record at the upstream, even where its id is what is wrong. */
    static String reference(Json product) {
        try {
            return "product " + product.id("id");
        } catch (Drifted noId) {
            return "product at " + product.path();
        }
    }

    private Offer offer(Json product) {
        Currency currency = currency(product.text("currency"));
        return new Offer(
                seller,
                product.price("price", currency),
                Optional.empty(),
                product.optionalFlag("in_stock")
                        .map(Translate::availability)
                        .orElse(Availability.UNSTATED),
                ItemCondition.UNSTATED,
                List.of());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code);
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "currency: is no ISO 4217 code, is " + code, unknown);
        }
    }

    private static Availability availability(boolean inStock) {
        return inStock ? Availability.IN_STOCK : Availability.OUT_OF_STOCK;
    }
}
