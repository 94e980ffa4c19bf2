package com.truecart.connector.pricewatch;

import com.truecart.kit.DelimitedReader;
import com.truecart.kit.Prices;
import com.truecart.kit.RecordReader;
import com.truecart.kit.Row;
import com.truecart.kit.phrase.Subject;
import com.truecart.model.Availability;
import com.truecart.model.Identifiers;
import com.truecart.model.ItemCondition;
import com.truecart.model.Listing;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.spi.Document;
import com.truecart.spi.Page.Skipped;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One file: a row for each product and chain, turned into one listing for each product.
 *
 * <p>The rows of a product have always stood together so far, but nothing promises it; so a file
 * (about 1 MB, 7,200 rows) is grouped whole.
 */
record Snapshot(List<Listing> listings, List<Skipped> skipped) {

    static final String CODE = "Product Code";
    static final String BRAND = "Brand";
    static final String NAME = "Product Name";
    static final List<String> CATEGORIES = List.of("Category 1", "Category 2", "Category 3");
    private static final String CHAIN = "Supermarket Code";
    private static final String PRICE = "Price";
    private static final String OFFERS = "Offers";

    static final List<String> COLUMNS =
            List.of(
                    "Category 1",
                    "Category 2",
                    "Category 3",
                    CODE,
                    BRAND,
                    NAME,
                    CHAIN,
                    PRICE,
                    OFFERS);

    /** Nearly thirty times what is published; whatever is larger is another file. */
    private static final int MOST_ROWS = 200_000;

    private static final Currency HKD = Currency.getInstance("HKD");

    static Snapshot read(Document document, Instant seenAt, ChineseNames names) {
        List<Skipped> skipped = new ArrayList<>();
        Map<String, Product> products = new LinkedHashMap<>();
        int count = 0;
        try (DelimitedReader rows = DelimitedReader.csv(document, COLUMNS)) {
            Optional<RecordReader.Read<Row>> read = rows.next();
            while (read.isPresent()) {
                if (++count > MOST_ROWS) {
                    throw new Drifted(
                            document.name()
                                    + ": has more than "
                                    + MOST_ROWS
                                    + " rows, where the price watch has some 7,000");
                }
                switch (read.get()) {
                    case RecordReader.Usable<Row>(Row row) ->
                            add(row, document.name(), products).ifPresent(skipped::add);
                    case RecordReader.Unusable<Row>(Skipped why) -> skipped.add(why);
                }
                read = rows.next();
            }
            // every published file ends its last line; "Buy 2 to save $1" may be the beginning of
            // "$10.00"
            if (!rows.endsInLineBreak()) {
                throw new Drifted(
                        document.name()
                                + ": its last line does not end, as if it had not arrived whole");
            }
        }
        if (products.isEmpty()) {
            throw new Drifted(
                    document.name()
                            + (skipped.isEmpty()
                                    ? ": has a header and no rows"
                                    : ": none of its "
                                            + count
                                            + " rows can be used; the first: "
                                            + skipped.getFirst().field()
                                            + " "
                                            + skipped.getFirst().reason()));
        }
        List<Listing> listings =
                products.entrySet().stream()
                        .map(product ->
                                product.getValue()
                                        .listing(
                                                product.getKey(),
                                                names.of(product.getKey()),
                                                seenAt))
                        .toList();
        return new Snapshot(listings, List.copyOf(skipped));
    }

    /** Adds a row to its product, or says why it cannot be used. */
    private static Optional<Skipped> add(Row row, String file, Map<String, Product> products) {
        Optional<String> code = row.text(CODE);
        Optional<String> name = row.text(NAME);
        Optional<String> chain = row.text(CHAIN);
        Optional<String> price = row.text(PRICE);
        if (code.isEmpty()) {
            return skip(row, file, CODE, "is blank, expected a code like P000000190");
        }
        if (name.isEmpty()) {
            return skip(row, file, NAME, "is blank");
        }
        if (chain.isEmpty()) {
            return skip(row, file, CHAIN, "is blank, expected a code like WELLCOME");
        }
        if (price.isEmpty()) {
            return skip(row, file, PRICE, "is blank");
        }
        Money amount;
        try {
            amount = Prices.major(price.get(), HKD);
        } catch (IllegalArgumentException e) {
            return skip(row, file, PRICE, String.valueOf(e.getMessage()));
        }
        if (!amount.isPositive() || !amount.currency().equals(HKD)) {
            return skip(row, file, PRICE, "expected more than nothing in HKD, found " + amount);
        }
        Product product = products.computeIfAbsent(code.get(), _ -> new Product(row, name.get()));
        Offer offer =
                new Offer(
                        Chains.seller(chain.get()),
                        amount,
                        Optional.empty(),
                        Availability.UNSTATED,
                        ItemCondition.NEW,
                        Phrases.BOOK.read(
                                subject(row, code.get(), name.get(), amount),
                                row.text(OFFERS).orElse("")));
        return product.offers().putIfAbsent(chain.get(), offer) == null
                ? Optional.empty()
                : skip(
                        row,
                        file,
                        CHAIN,
                        chain.get() + " states " + code.get() + " twice; the first row counts");
    }

    static Subject subject(Row row, String code, String name, Money price) {
        return new Subject(
                code,
                price,
                row.text(BRAND).orElse(""),
                name,
                CATEGORIES.stream().map(row::text).flatMap(Optional::stream).toList());
    }

    private static Optional<Skipped> skip(Row row, String file, String field, String reason) {
        return Optional.of(
                new Skipped(
                        file + " line " + row.line(),
                        field,
                        reason,
                        String.join(",", row.fields())));
    }

    /** A product under way: what its first row says, and the offers so far by chain. */
    private record Product(Row first, String name, Map<String, Offer> offers) {
        Product(Row first, String name) {
            this(first, name, new LinkedHashMap<>());
        }

        Listing listing(String code, ChineseNames.Name chinese, Instant seenAt) {
            List<Localized> category = new ArrayList<>();
            for (int i = 0; i < CATEGORIES.size(); i++) {
                String translated = i < chinese.category().size() ? chinese.category().get(i) : "";
                first.text(CATEGORIES.get(i))
                        .ifPresent(english -> category.add(bilingual(english, translated)));
            }
            return new Listing(
                    code,
                    Optional.empty(),
                    bilingual(name, chinese.title()),
                    first.text(BRAND).map(brand -> bilingual(brand, chinese.brand())),
                    category,
                    Optional.empty(),
                    new Identifiers(Optional.empty(), Optional.empty(), Optional.of(code)),
                    Map.of(),
                    Optional.empty(),
                    Optional.empty(),
                    OptionalInt.empty(),
                    List.copyOf(offers.values()),
                    seenAt);
        }

        private static Localized bilingual(String english, String chinese) {
            return Localized.of("en", english).and("zh-Hant", chinese);
        }
    }
}
