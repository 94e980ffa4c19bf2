package com.truecart.app.order;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.Terms.DoubtClass;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What a shopper has agreed to, about to be placed.
 *
 * @param checkout the consent behind it; one order per checkout
 * @param shortage what is done where a store turns out not to have goods
 */
public record NewOrder(
        UUID checkout,
        UUID shopper,
        Currency currency,
        List<NewSubOrder> subOrders,
        List<HandOff> handOff,
        ShortagePolicy shortage) {
    public NewOrder {
        subOrders = List.copyOf(subOrders);
        handOff = List.copyOf(handOff);
        if (subOrders.isEmpty()) {
            throw new IllegalArgumentException("subOrders: at least one store is needed");
        }
    }

    /** What the shopper has to pay us before anything is placed; nothing where stores are paid. */
    public Money forTruecart() {
        return subOrders.stream()
                .filter(part -> part.merchant() == MerchantOfRecord.TRUECART)
                .map(part -> part.quoted().total())
                .reduce(Money.zero(currency), Money::plus);
    }

    /**
     * The part for one store.
     *
     * @param merchant who is paid by the shopper
     * @param promised what the plan predicted
     * @param quoted what the store quoted and the shopper agreed to
     * @param explanation why the two differ; blank where they do not
     */
    public record NewSubOrder(
            StoreId store,
            Localized storeName,
            DoubtClass doubt,
            MerchantOfRecord merchant,
            Amounts promised,
            Amounts quoted,
            String explanation,
            List<NewLine> lines,
            PlaceRequest request) {
        public NewSubOrder {
            lines = List.copyOf(lines);
        }
    }

    /** One line, with what the plan and the store asked for all its units. */
    public record NewLine(
            ProductId product,
            String upstreamId,
            Localized title,
            int quantity,
            Money promised,
            Money quoted) {}
}
