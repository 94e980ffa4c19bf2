package com.truecart.benchmarks.parity;

import com.truecart.benchmarks.parity.MedusaDraw.Basket;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.realshops.medusa.Market;
import com.truecart.realshops.medusa.MedusaStorefront;
import com.truecart.spi.Connector;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.Recipient;
import com.truecart.testkit.Pulled;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the connector read for the baskets of one round, and the two prices of each: ours and the
 * shop's.
 */
record MedusaRound(
        Connector connector,
        Market market,
        MedusaStorefront storefront,
        String region,
        Map<String, Listing> listings,
        List<Promotion> promotions) {
    static final BigDecimal FEE = new BigDecimal("30");

    /** One basket: what we said, what the shop asks. */
    record Pair(
            Basket basket,
            boolean isDelivered,
            PricedCart predicted,
            PricedCart asOurs,
            Money asked) {}

    static MedusaRound read(
            Connector connector, Market market, MedusaStorefront storefront, String region) {
        Map<String, Listing> listings = new HashMap<>();
        for (Listing listing : Pulled.<Listing>everything(connector.catalog()::page).entries()) {
            listings.put(listing.upstreamId(), listing);
        }
        Pulled<Promotion> promotions =
                Pulled.everything(connector.promotions().orElseThrow()::page);
        if (!promotions.skipped().isEmpty()) {
            throw new IllegalStateException("not read: " + promotions.skipped());
        }
        return new MedusaRound(
                connector, market, storefront, region, listings, promotions.entries());
    }

    Pair pair(Basket basket, boolean isDelivered) {
        List<OrderLine> lines = new ArrayList<>();
        new TreeMap<>(basket.units()).forEach((id, units) -> lines.add(new OrderLine(id, units)));
        return new Pair(
                basket,
                isDelivered,
                price(lines, basket, isDelivered, EngineProfiles.MEDUSA),
                price(lines, basket, isDelivered, EngineProfiles.OURS),
                isDelivered ? quoted(lines, basket) : inOneCall(basket));
    }

    /** The whole way a shopper's quote goes, with delivery: five calls and more. */
    private Money quoted(List<OrderLine> lines, Basket basket) {
        QuoteResult quoted =
                connector
                        .orders()
                        .orElseThrow()
                        .quote(new QuoteRequest(lines, new HashSet<>(basket.codes()), recipient()));
        if (quoted instanceof QuoteResult.Quoted quote) {
            return quote.payable();
        }
        throw new IllegalStateException("not quoted: " + quoted);
    }

    private Money inOneCall(Basket basket) {
        Currency currency = Currency.getInstance(market.currency());
        BigDecimal total =
                storefront.total(region, market.country(), basket.units(), basket.codes());
        return Money.ofMajor(
                // without the noise of its twenty digits
                total.setScale(8, RoundingMode.HALF_UP)
                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
                currency);
    }

    private PricedCart price(
            List<OrderLine> wanted, Basket basket, boolean isDelivered, EngineProfile profile) {
        List<CartLine> lines = new ArrayList<>();
        for (OrderLine line : wanted) {
            Listing listing = listings.get(line.upstreamId());
            if (listing == null) {
                throw new IllegalStateException("not listed: " + line.upstreamId());
            }
            lines.add(
                    new CartLine(
                            line.upstreamId(),
                            OfferTerms.of(listing, listing.offers().getFirst()),
                            line.quantity()));
        }
        Money fee = Money.ofMajor(FEE, lines.getFirst().offer().unitPrice().currency());
        Shopper shopper =
                new Shopper(
                        new HashSet<>(basket.codes()),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty());
        return new CartPricer()
                .price(
                        new StoreCart(
                                lines,
                                promotions,
                                isDelivered
                                        ? Optional.of(new DeliveryTerms(fee, Optional.empty()))
                                        : Optional.empty(),
                                profile),
                        shopper,
                        Instant.now());
    }

    private Recipient recipient() {
        return new Recipient(
                "A",
                "Shopper",
                "shopper@example.com",
                "",
                "1 Road",
                "Town",
                "",
                "",
                market.country());
    }
}
