package com.truecart.benchmarks.parity;

import com.truecart.model.DeliveryTerms;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Promotion;
import com.truecart.pricing.Article;
import com.truecart.pricing.CartLine;
import com.truecart.pricing.CartPricer;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.PricedCart;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.StoreCart;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.realshops.vendure.Basket;
import com.truecart.realshops.vendure.BasketLine;
import com.truecart.realshops.vendure.ShippingMethod;
import com.truecart.realshops.vendure.Variant;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What we say that baskets cost at one Vendure, from its promotions as the connector reads them.
 *
 * @param variants what it sells, with tax rates
 * @param promotions as read
 * @param withTax whether its list prices are with tax
 */
record VendurePrediction(List<Variant> variants, List<Promotion> promotions, boolean withTax) {
    private static final String CURRENCY = "USD";
    private static final Instant NOW = Instant.parse("2026-11-25T00:00:00Z");

    VendurePrediction {
        variants = List.copyOf(variants);
        promotions = List.copyOf(promotions);
    }

    static String key(long variantId) {
        return Long.toString(variantId);
    }

    /** All lines in one call and, where it is sent, then its delivery method. */
    PricedCart of(Basket basket) {
        return price(basket, cart(basket, EngineProfiles.VENDURE));
    }

    /** The same under another engine's rules. */
    PricedCart under(EngineProfile other, Basket basket) {
        StoreCart cart = cart(basket, EngineProfiles.VENDURE);
        return price(
                basket,
                new StoreCart(
                        cart.lines(),
                        cart.storePromotions(),
                        cart.delivery(),
                        other.publishing(cart.profile().prices())));
    }

    /** As the connector quotes: codes, lines, address, the cheapest way to send it. */
    PricedCart quoted(Basket basket, ShippingMethod cheapest) {
        Basket sent = basket.sentBy(cheapest);
        return price(
                sent,
                new StoreCart(
                        lines(sent),
                        promotions,
                        delivery(sent),
                        EngineProfiles.VENDURE.publishing(prices())));
    }

    /**
     * From what a listing holds and no more: a price with tax, and no rate of tax.
     *
     * @param listings by upstream id
     */
    PricedCart fromListings(Basket basket, Map<String, Listing> listings) {
        List<CartLine> lines = new ArrayList<>();
        for (BasketLine line : basket.lines()) {
            Listing listing =
                    Optional.ofNullable(listings.get(key(line.variantId()))).orElseThrow();
            lines.add(
                    line(
                            listing.upstreamId(),
                            listing.offers().getFirst().price(),
                            Article.UNKNOWN,
                            line.quantity()));
        }
        return price(
                basket,
                new StoreCart(
                        lines,
                        promotions,
                        delivery(basket),
                        inPasses(EngineProfiles.VENDURE, basket)));
    }

    private StoreCart cart(Basket basket, EngineProfile profile) {
        return new StoreCart(
                lines(basket),
                promotions,
                delivery(basket),
                inPasses(profile.publishing(prices()), basket));
    }

    private static EngineProfile inPasses(EngineProfile profile, Basket basket) {
        return profile.inPasses(basket.shippingMethod().isPresent() ? 2 : 1);
    }

    private Prices prices() {
        return withTax ? Prices.GROSS : Prices.NET;
    }

    private List<CartLine> lines(Basket basket) {
        Map<Long, Variant> byId =
                variants.stream().collect(Collectors.toMap(Variant::id, Function.identity()));
        List<CartLine> lines = new ArrayList<>();
        for (BasketLine line : basket.lines()) {
            Variant variant = byId.get(line.variantId());
            if (variant == null) {
                throw new IllegalStateException("no variant " + line.variantId());
            }
            lines.add(
                    line(
                            key(variant.id()),
                            Money.of(variant.listPrice(), CURRENCY),
                            Article.UNKNOWN.taxedAt(ppm(variant.taxRate())),
                            line.quantity()));
        }
        return lines;
    }

    private static CartLine line(String id, Money price, Article article, int quantity) {
        OfferTerms terms =
                new OfferTerms(
                        id,
                        Optional.empty(),
                        List.of(),
                        price,
                        Optional.empty(),
                        List.of(),
                        article);
        return new CartLine(id, terms, quantity);
    }

    private Optional<DeliveryTerms> delivery(Basket basket) {
        return basket.shippingMethod()
                .map(method ->
                        new DeliveryTerms(
                                gross(method.listPrice(), method.taxRate()), Optional.empty()));
    }

    private static PricedCart price(Basket basket, StoreCart cart) {
        Set<String> groups = new HashSet<>();
        basket.customer()
                .ifPresent(customer ->
                        customer.groupIds().forEach(group -> groups.add(Long.toString(group))));
        Shopper shopper =
                new Shopper(
                        new HashSet<>(basket.couponCodes()),
                        groups,
                        Optional.empty(),
                        Optional.empty());
        return new CartPricer().price(cart, shopper, NOW);
    }

    private static long ppm(BigDecimal percent) {
        return percent.movePointRight(4).longValueExact();
    }

    private Money gross(long fee, BigDecimal rate) {
        double percent = rate.doubleValue();
        return Money.of(withTax ? fee : Math.round(fee + fee * (percent / 100)), CURRENCY);
    }
}
