package com.truecart.pricing;

import com.truecart.model.Promotion;

/**
 * A promotion that is shown but not in the price, and why; its verdict is never {@link
 * Verdict.Met}.
 */
public record NotApplied(Promotion promotion, Verdict verdict) {
    public NotApplied {
        if (verdict instanceof Verdict.Met) {
            throw new IllegalArgumentException(
                    promotion.ref() + ": met but not applied, without a reason");
        }
    }
}
