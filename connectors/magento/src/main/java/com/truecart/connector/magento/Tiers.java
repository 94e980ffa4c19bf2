package com.truecart.connector.magento;

import com.truecart.kit.Json;
import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import com.truecart.model.Validity;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tier prices: from so many units of an article on, each of them costs so much. Pure.
 *
 * <p>They are prices and no cart rules, so they come before every rule: stage ITEM.
 */
final class Tiers {
    private Tiers() {}

    /** Those that lower the price; a shop may keep dearer ones for groups of customers. */
    static List<Promotion> promotions(Sku sku, Json product, Money now, String language) {
        List<Promotion> promotions = new ArrayList<>();
        for (Json tier : product.optionalList("price_tiers")) {
            int from = quantity(tier);
            Money each = Amounts.of(tier, "final_price");
            if (from > 1 && each.compareTo(now) < 0) {
                promotions.add(
                        new Promotion(
                                "tier-" + from + "-" + sku.own(),
                                Localized.of(
                                        language, from + "+ @ " + each.major().toPlainString()),
                                Stage.ITEM,
                                new Scope.ThisOffer(),
                                new Trigger.MinQuantity(from),
                                new Benefit.UnitPrice(each, Optional.empty()),
                                Validity.OPEN,
                                Evidence.STATED));
            }
        }
        return promotions;
    }

    private static int quantity(Json tier) {
        try {
            return tier.decimal("quantity").intValueExact();
        } catch (ArithmeticException fraction) {
            throw new Drifted(tier.path() + ".quantity: is no whole number", fraction);
        }
    }
}
