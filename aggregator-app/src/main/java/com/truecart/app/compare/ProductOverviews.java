package com.truecart.app.compare;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.FreshPrices;
import com.truecart.app.catalog.PriceObservation;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Looks at one product, or at a few side by side. */
@Service
public class ProductOverviews {

    /** How far back a low price counts as recent. */
    public static final Duration RECENT = Duration.ofDays(30);

    /** How far back the chart goes. */
    public static final Duration CHARTED = Duration.ofDays(180);

    private static final int NEIGHBOURS = 5;

    private final Catalog catalog;
    private final Markets markets;
    private final ProductSearch search;
    private final FreshPrices fresh;
    private final Clock clock;

    ProductOverviews(
            Catalog catalog,
            Markets markets,
            ProductSearch search,
            FreshPrices fresh,
            Clock clock) {
        this.fresh = fresh;
        this.catalog = catalog;
        this.markets = markets;
        this.search = search;
        this.clock = clock;
    }

    /**
     * Everything about a product in this quantity; empty where we know no such one. Prices that are
     * older than promised are asked for anew, within the deadline there is for that.
     *
     * @param quantity from 1 to {@link com.truecart.pricing.CartLine#MOST_UNITS}
     */
    public Optional<ProductOverview> of(ProductId id, int quantity) {
        return catalog.product(id)
                .flatMap(product ->
                        fresh.ask(product.offers()) ? catalog.product(id) : Optional.of(product))
                .map(product -> overview(product, quantity));
    }

    private ProductOverview overview(ProductFacts product, int quantity) {
        Market market = markets.forOffersOf(List.of(product));
        PriceHistory history = history(product.id(), CHARTED, market);
        return new ProductOverview(
                product,
                quantity,
                market.offersOf(product, quantity).stream()
                        .map(priced ->
                                new ProductOverview.Offered(
                                        priced, market.waysToPayLess(priced.offer(), quantity)))
                        .toList(),
                history,
                history.lowest(clock.instant().minus(RECENT)),
                search.neighboursOf(product, NEIGHBOURS));
    }

    /** What was observed for a product lately; empty where we know no such one. */
    public Optional<List<PriceObservation>> observations(ProductId id, Duration back) {
        return catalog.product(id)
                .map(product -> catalog.history(product.id(), clock.instant().minus(back)));
    }

    /** These products side by side, in their order; those we do not know are left out. */
    public Comparison compare(List<ProductId> ids) {
        List<ProductFacts> products = catalog.products(ids);
        Market market = markets.forOffersOf(products);
        List<Comparison.Candidate> candidates = new ArrayList<>();
        for (ProductFacts product : products) {
            candidates.add(
                    new Comparison.Candidate(
                            new ProductCard(product, market.offersOf(product)),
                            history(product.id(), RECENT, market)
                                    .lowest(clock.instant().minus(RECENT))));
        }
        return new Comparison(candidates);
    }

    private PriceHistory history(ProductId id, Duration back, Market market) {
        Instant since = clock.instant().minus(back);
        return PriceHistory.of(catalog.history(id, since), since, market::nameOf);
    }
}
