package com.truecart.benchmarks.plan;

import com.truecart.model.Availability;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Money;
import com.truecart.pricing.OfferTerms;
import com.truecart.pricing.Shopper;
import com.truecart.pricing.plan.Basket;
import com.truecart.pricing.plan.Candidate;
import com.truecart.pricing.plan.Store;
import com.truecart.pricing.plan.Want;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The public ISHOP-U instances: products in several units, stores with a stock and a delivery fee
 * (Ornelas, Santiago et al., Mathematics 10, 2513, 2022).
 */
final class IshopU {
    private static final Currency DOLLAR = Currency.getInstance("USD");

    private IshopU() {}

    /** Reads one instance. A price of nothing means the store does not sell the product. */
    static Basket read(Path file) {
        List<List<List<String>>> parts = parts(file);
        List<Store> stores = new ArrayList<>();
        for (List<String> row : parts.get(2)) {
            stores.add(
                    new Store(
                            "s" + row.get(0),
                            List.of(),
                            Optional.of(new DeliveryTerms(money(row.get(1)), Optional.empty())),
                            Shopper.ANYONE));
        }
        List<Want> wants = new ArrayList<>();
        for (int w = 0; w < parts.get(1).size(); w++) {
            List<Candidate> candidates = new ArrayList<>();
            for (int s = 0; s < stores.size(); s++) {
                Money price = money(parts.get(3).get(s).get(w));
                int stock = Integer.parseInt(parts.get(4).get(s).get(w));
                if (price.isPositive() && stock > 0) {
                    candidates.add(
                            new Candidate(
                                    stores.get(s).id(),
                                    new OfferTerms(
                                            "p" + w,
                                            Optional.empty(),
                                            List.of(),
                                            price,
                                            Optional.empty(),
                                            List.of()),
                                    Availability.IN_STOCK,
                                    OptionalInt.of(stock)));
                }
            }
            int units = Integer.parseInt(parts.get(1).get(w).get(1));
            wants.add(new Want("p" + w, units, candidates, true, Optional.empty()));
        }
        return new Basket(wants, stores, DOLLAR);
    }

    private static Money money(String amount) {
        return Money.ofMajor(new BigDecimal(amount), DOLLAR);
    }

    /** The file's parts, each below a line that begins with #. */
    private static List<List<List<String>>> parts(Path file) {
        List<List<List<String>>> parts = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(file)) {
                if (line.startsWith("#")) {
                    parts.add(new ArrayList<>());
                } else if (!line.isBlank()) {
                    parts.getLast().add(List.of(line.strip().split(",")));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
