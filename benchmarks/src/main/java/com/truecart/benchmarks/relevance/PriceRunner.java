package com.truecart.benchmarks.relevance;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.search.OfferDocument;
import com.truecart.search.ProductDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Offers of 306 stores in four categories as PriceRunner has grouped them: the name of a group is
 * the question, its offers are the answers.
 */
final class PriceRunner {

    /** The published data tell no prices. */
    private static final Money SOME_PRICE = Money.of(100, "GBP");

    private static final int CATEGORY = 0;
    private static final int ID = 1;
    private static final int STORE = 2;
    private static final int GROUP = 3;
    private static final int TITLE = 4;

    private final List<ProductDocument> products = new ArrayList<>();
    private final Map<String, TreeSet<String>> groups = new TreeMap<>();

    /**
     * Reads them.
     *
     * @param file tab-separated: category, id, vendor, cluster, title
     */
    PriceRunner(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            products.add(product(cells));
            groups.computeIfAbsent(cells[GROUP], _ -> new TreeSet<>()).add(cells[ID]);
        }
    }

    private static ProductDocument product(String[] cells) {
        return new ProductDocument(
                cells[ID],
                Localized.of("en", cells[TITLE]),
                Optional.empty(),
                List.of(Localized.of("en", cells[CATEGORY])),
                List.of(),
                OptionalInt.empty(),
                List.of(
                        new OfferDocument(
                                cells[ID],
                                cells[STORE],
                                "pricerunner",
                                SOME_PRICE,
                                SOME_PRICE,
                                0,
                                true,
                                false)));
    }

    /** Every offer as a product of its own. */
    List<ProductDocument> products() {
        return List.copyOf(products);
    }

    /** Names of groups of two or more offers, as many as asked for or all, drawn by the seed. */
    List<Judged> questions(int most, long seed) {
        List<Judged> all = new ArrayList<>();
        groups.forEach((name, ids) -> {
            if (ids.size() > 1) {
                all.add(new Judged(name, ids));
            }
        });
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(most, all.size()));
    }
}
