package com.truecart.connector.feed;

import com.truecart.kit.DocumentPager;
import com.truecart.kit.RecordReader;
import com.truecart.kit.UnusableRecord;
import com.truecart.kit.google.FeedDocument;
import com.truecart.kit.google.FeedRecord;
import com.truecart.kit.google.LinkedProducts;
import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Cursor;
import com.truecart.spi.Document;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The products of the newest feed, streamed: a feed of any size is never held in memory. */
final class FeedCatalog implements CatalogSource, AutoCloseable {
    private static final int PAGE = 1000;
    private static final List<String> COLUMNS = List.of("id", "title", "price");

    private final ConnectorContext context;
    private final Translate translate;
    private final DocumentPager<FeedRecord> pager =
            new DocumentPager<>(document -> FeedDocument.open(document, COLUMNS), PAGE);

    FeedCatalog(ConnectorContext context, Translate translate) {
        this.context = context;
        this.translate = translate;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        Document feed = newest();
        DocumentPager.Slice<FeedRecord> slice =
                pager.slice(
                        List.of(feed),
                        pull instanceof Pull.Resume(Cursor at)
                                ? Optional.of(at)
                                : Optional.empty());
        List<Listing> listings = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>(slice.skipped());
        for (FeedRecord product : slice.entries()) {
            try {
                listings.add(
                        translate.listing(product, feed.publishedAt(), context.clock().instant()));
            } catch (IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                product.text("id").orElse(product.place()),
                                unusable,
                                product.place() + ": " + product.text("title").orElse("")));
            }
        }
        return new Page<>(
                listings,
                skipped,
                slice.next().isPresent()
                        ? new Page.More(slice.next().get())
                        : new Page.Done(Optional.empty(), Optional.of(feed.publishedAt())));
    }

    /** Reads the feed once more for the products that promotions mean. */
    LinkedProducts linked(LinkedProducts.Wanted wanted) {
        LinkedProducts linked = LinkedProducts.wanted(wanted);
        try (RecordReader<FeedRecord> records = FeedDocument.open(newest(), COLUMNS)) {
            for (Optional<RecordReader.Read<FeedRecord>> read = records.next();
                    read.isPresent();
                    read = records.next()) {
                if (read.get() instanceof RecordReader.Usable<FeedRecord>(FeedRecord product)) {
                    linked.add(product);
                }
            }
        }
        return linked;
    }

    /** The first product's title, as a sign that the feed can be read. */
    String firstTitle() {
        try (RecordReader<FeedRecord> records = FeedDocument.open(newest(), COLUMNS)) {
            Optional<RecordReader.Read<FeedRecord>> first = records.next();
            return first.isPresent()
                            && first.get()
                                    instanceof RecordReader.Usable<FeedRecord>(FeedRecord product)
                    ? "first product: " + product.text("title").orElse("without a title")
                    : "the feed is empty";
        }
    }

    private Document newest() {
        List<Document> feeds = context.documents(FeedProvider.PRODUCTS);
        if (feeds.isEmpty()) {
            throw new Misconfigured(FeedProvider.PRODUCTS, "names a folder without a feed in it");
        }
        return feeds.getLast();
    }

    @Override
    public void close() {
        pager.close();
    }
}
