package com.truecart.app.basket;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.PricedLine;
import com.truecart.pricing.plan.Assumption;
import com.truecart.pricing.plan.MissingWant;
import com.truecart.pricing.plan.PurchasePlan;
import com.truecart.pricing.profile.EngineProfile;
import java.util.List;
import java.util.OptionalInt;

/**
 * A purchase plan together with the facts it was made from.
 *
 * @param parts one per store, those that take orders first
 * @param missing wants it leaves out
 */
public record ProposedPlan(
        PurchasePlan plan, List<Part> parts, List<Missing> missing, List<Assumed> assumptions) {
    public ProposedPlan {
        parts = List.copyOf(parts);
        missing = List.copyOf(missing);
        assumptions = List.copyOf(assumptions);
    }

    /** What it costs in all. */
    public Money total() {
        return plan.total();
    }

    /** When all of it has arrived at the latest; empty where some store does not say. */
    public OptionalInt arrivesWithinDays() {
        return parts.isEmpty()
                        || parts.stream().anyMatch(part -> part.arrivesWithinDays().isEmpty())
                ? OptionalInt.empty()
                : parts.stream().flatMapToInt(part -> part.arrivesWithinDays().stream()).max();
    }

    /** The parts we can order. */
    public List<Part> orderable() {
        return parts.stream().filter(Part::orderable).toList();
    }

    /** The parts the shopper buys alone. */
    public List<Part> handOff() {
        return parts.stream().filter(part -> !part.orderable()).toList();
    }

    /**
     * What is bought at one store.
     *
     * @param orderable whether it takes orders from us
     * @param handsOff whether it makes a link for buying there
     * @param engine by which rules the cart was worked out
     * @param arrivesWithinDays when the parcel arrives at the latest, where the store says so
     */
    public record Part(
            StoreId store,
            Localized name,
            boolean orderable,
            boolean handsOff,
            EngineProfile engine,
            OptionalInt arrivesWithinDays,
            PricedCart cart,
            List<Line> lines) {
        public Part {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A line with the offer it is priced by, which says how old its price is.
     *
     * @param want the product that was wanted; another than the line's where that will do
     */
    public record Line(ProductId want, ProductFacts product, OfferFacts offer, PricedLine priced) {
        /** Whether it stands in for what was wanted. */
        public boolean isInstead() {
            return !want.equals(product.id());
        }

        /** How many units. */
        public int quantity() {
            return priced.line().quantity();
        }
    }

    /** A want left out. */
    public record Missing(Localized title, MissingWant.Why why) {}

    /** What the total takes for granted, at which store, and about what. */
    public record Assumed(Assumption assumption, Localized store, List<Localized> about) {
        public Assumed {
            about = List.copyOf(about);
        }
    }
}
