package com.truecart.model;

import java.util.Optional;

/**
 * A promotion as an upstream states it: facts, not a calculation.
 *
 * @param ref stable within its connection and seller; the same text on the same offer keeps its ref
 * @param label the upstream's own words, always shown to people
 * @param stage where in the order of a cart it applies
 * @param scope which lines it looks at and lowers
 * @param trigger what must be true before it applies
 * @param benefit what it gives; {@link Benefit.Unmodelled} where we cannot say, which is shown,
 *     never priced, never dropped
 * @param validity when it holds
 * @param evidence how we know
 * @param stacking how it stands to other promotions, where stated; else the store's engine decides
 * @param limits how often it may be used, where stated
 * @param funding who pays for it, where stated
 */
public record Promotion(
        String ref,
        Localized label,
        Stage stage,
        Scope scope,
        Trigger trigger,
        Benefit benefit,
        Validity validity,
        Evidence evidence,
        Optional<Stacking> stacking,
        Optional<Limits> limits,
        Optional<Funding> funding) {

    public Promotion {
        if (ref.isBlank()) {
            throw new IllegalArgumentException("ref: must not be blank");
        }
    }

    /** A promotion of which nothing more is stated. */
    public Promotion(
            String ref,
            Localized label,
            Stage stage,
            Scope scope,
            Trigger trigger,
            Benefit benefit,
            Validity validity,
            Evidence evidence) {
        this(
                ref,
                label,
                stage,
                scope,
                trigger,
                benefit,
                validity,
                evidence,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same promotion with stated stacking. */
    public Promotion with(Stacking stated) {
        return stating(Optional.of(stated), limits, funding);
    }

    /** The same promotion with stated limits. */
    public Promotion with(Limits stated) {
        return stating(stacking, Optional.of(stated), funding);
    }

    /** The same promotion paid for by somebody. */
    public Promotion with(Funding stated) {
        return stating(stacking, limits, Optional.of(stated));
    }

    private Promotion stating(
            Optional<Stacking> howItStacks, Optional<Limits> howOften, Optional<Funding> whoPays) {
        return new Promotion(
                ref,
                label,
                stage,
                scope,
                trigger,
                benefit,
                validity,
                evidence,
                howItStacks,
                howOften,
                whoPays);
    }

    /**
     * The order in which a cart is worked through; within one stage the best one applies
     * (reference: promotion lanes).
     */
    public enum Stage {
        /** Changes the price of a unit: sale price, percent off one product. */
        ITEM,
        /** Needs several units: multi-buys, N-th unit. */
        QUANTITY,
        /** On the store's order: spend-threshold offers. */
        STORE_ORDER,
        /** A code at that store. */
        STORE_COUPON,
        /** Over the participating lines of several stores of one platform (跨店满减, 平台券). */
        PLATFORM,
        /** On the delivery fee. */
        DELIVERY,
        /** Red packets, allowances and points the shopper chooses to spend. */
        STORED_VALUE,
        /** By the way it is paid: payment-method discounts, presale deposits, public subsidies. */
        PAYMENT
    }

    /** Who pays for a promotion; a refund or a claim goes back there. */
    public enum Funding {
        SELLER,
        PLATFORM,
        /** The bank, wallet or card. */
        PAYER,
        /** A public scheme (国补). */
        PUBLIC
    }

    /** How a promotion became known, from the strongest to the weakest. */
    public enum Evidence {
        /** Seen to apply in a quote or a charge. */
        VERIFIED,
        /** A field of the upstream's own interface or feed. */
        STATED,
        /** Read out of a text by our phrase rules. */
        PARSED,
        /** Taken from configuration or habit. */
        ASSUMED
    }

    /**
     * By its ref alone: promotions are keys wherever carts are worked out, and a ref tells them
     * apart.
     */
    @Override
    public int hashCode() {
        return ref.hashCode();
    }

    /** Whether the rule can be computed at all: no part of it is words nobody understands. */
    public boolean isModelled() {
        return !(benefit instanceof Benefit.Unmodelled)
                && trigger.isModelled()
                && scope.unmodelled().isEmpty()
                && benefit.otherScope().flatMap(Scope::unmodelled).isEmpty();
    }
}
