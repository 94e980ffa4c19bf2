package com.truecart.testkit.corner;

import com.truecart.kit.Json;
import com.truecart.kit.PlainText;
import com.truecart.model.Availability;
import com.truecart.model.Benefit;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.model.Seller;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.spi.OrderHandle;
import com.truecart.spi.Secret;
import com.truecart.spi.UpstreamOrder;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;

/** From the corner shop's words into ours, without a call or a clock. */
final class Translate {
    private static final Currency HKD = Currency.getInstance("HKD");
    private static final Seller SELLER = new Seller("shop", Localized.of("en", "Corner shop"));
    private static final int TITLE = 500;
    private static final long PPM_OF_A_PERCENT = Money.PPM / 100;

    private Translate() {}

    // guide: listing
    static Listing listing(Json product, Instant seenAt) {
        return new Listing(
                product.id("id"),
                Optional.empty(),
                Localized.of("en", PlainText.of(product.text("name"), TITLE)),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Identifiers.NONE,
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                OptionalInt.empty(),
                List.of(
                        new Offer(
                                SELLER,
                                product.price("price", HKD),
                                Optional.empty(),
                                product.flag("in_stock")
                                        ? Availability.IN_STOCK
                                        : Availability.OUT_OF_STOCK,
                                ItemCondition.UNSTATED,
                                List.of())),
                seenAt);
    }

    // end

    // guide: promotion
    static Promotion promotion(Json stated) {
        String text = stated.text("text");
        OptionalLong percent = stated.optionalNumber("percent");
        Optional<String> product = stated.optionalText("product");
        Benefit benefit =
                percent.isPresent()
                        ? new Benefit.PercentOff(
                                percent.getAsLong() * PPM_OF_A_PERCENT, Optional.empty())
                        : new Benefit.Unmodelled(text);
        return new Promotion(
                stated.id("id"),
                Localized.of("en", text),
                Promotion.Stage.ITEM,
                product.<Scope>map(id -> new Scope.Listings(Set.of(id)))
                        .orElse(new Scope.WholeStore()),
                new Trigger.Always(),
                benefit,
                Validity.OPEN,
                Promotion.Evidence.STATED);
    }

    // end

    // guide: status
    static UpstreamOrder order(Json order, Instant at) {
        String word = order.text("state");
        UpstreamOrder.Status status =
                switch (word) {
                    case "confirmed" -> UpstreamOrder.Status.ACCEPTED;
                    case "sent" -> UpstreamOrder.Status.SHIPPED;
                    case "received" -> UpstreamOrder.Status.DELIVERED;
                    case "void" -> UpstreamOrder.Status.CANCELLED;
                    default -> UpstreamOrder.Status.UNRECOGNISED;
                };
        return new UpstreamOrder(
                new OrderHandle(order.id("id"), new Secret("")),
                status,
                word,
                money(order, "charged"),
                List.of(),
                at);
    }

    // end

    static Money money(Json from, String field) {
        return from.price(field, HKD);
    }

    static Money nothing() {
        return Money.zero(HKD);
    }
}
