package com.truecart.benchmarks.plan;

import com.truecart.connector.pricewatch.PriceWatchProvider;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.Want;
import com.truecart.spi.Connector;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;

/** Baskets of real products at nine chains' real prices, with their real promotions. */
final class PriceWatchBaskets {
    private static final Currency HKD = Currency.getInstance("HKD");

    private final List<Listing> listings;
    private final List<String> chains;
    private final Random random;

    /**
     * Reads the last published day.
     *
     * @param file one day as published
     */
    PriceWatchBaskets(Path file, long seed) {
        this.listings = read(file);
        this.random = new Random(seed);
        TreeSet<String> ids = new TreeSet<>();
        for (Listing listing : listings) {
            listing.offers().forEach(offer -> ids.add(offer.seller().id()));
        }
        this.chains = List.copyOf(ids);
    }

    private static List<Listing> read(Path file) {
        List<Listing> all = new ArrayList<>();
        try (Connector connector = new PriceWatchProvider().open(new FileContext(file))) {
            Page<Listing> page = connector.catalog().page(new Pull.Everything());
            all.addAll(page.entries());
            while (page.next() instanceof Page.More(var at)) {
                page = connector.catalog().page(new Pull.Resume(at));
                all.addAll(page.entries());
            }
        }
        return all;
    }

    /** How many chains there are. */
    int chains() {
        return chains.size();
    }

    /**
     * Some products, one to three of each.
     *
     * @param delivery what each chain asks for delivery; the published data say nothing of it
     */
    Basket draw(int products, Optional<DeliveryTerms> delivery) {
        List<Store> stores =
                chains.stream()
                        .map(chain -> new Store(chain, List.of(), delivery, Shopper.ANYONE))
                        .toList();
        List<Want> wants = new ArrayList<>();
        TreeSet<Integer> drawn = new TreeSet<>();
        while (drawn.size() < products) {
            drawn.add(random.nextInt(listings.size()));
        }
        for (int at : drawn) {
            Listing listing = listings.get(at);
            List<Candidate> candidates = new ArrayList<>();
            for (Offer offer : listing.offers()) {
                candidates.add(Candidate.of(offer.seller().id(), listing, offer));
            }
            wants.add(new Want(listing.upstreamId(), 1 + random.nextInt(3), candidates));
        }
        return new Basket(wants, stores, HKD);
    }

    /** A fee a chain could ask: 50 below 500. */
    static DeliveryTerms assumedDelivery() {
        return new DeliveryTerms(new Money(5_000, HKD), Optional.of(new Money(50_000, HKD)));
    }
}
