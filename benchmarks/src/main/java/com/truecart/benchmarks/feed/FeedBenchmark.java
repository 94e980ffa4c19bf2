package com.truecart.benchmarks.feed;

import com.truecart.connector.feed.FeedProvider;
import com.truecart.model.Listing;
import com.truecart.model.Promotion;
import com.truecart.model.Scope;
import com.truecart.spi.Connector;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.Locale;

/**
 * Pulls product feeds of millions of lines as the host does, page by page, and says how fast and in
 * how much memory, beside the bare making of the same bytes. Ends with an error where anything was
 * lost, doubled or read wrongly.
 */
public final class FeedBenchmark {
    private static final long DEFAULT_LINES = 5_000_000;

    private FeedBenchmark() {}

    /**
     * Runs both forms.
     *
     * @param arguments the number of lines; 5,000,000 where none is given
     */
    public static void main(String[] arguments) throws IOException {
        long lines = arguments.length > 0 ? Long.parseLong(arguments[0]) : DEFAULT_LINES;
        System.out.printf(
                Locale.ROOT,
                "%,d lines, heap at most %d MB%n",
                lines,
                Runtime.getRuntime().maxMemory() >> 20);
        for (GeneratedFeed.Form form : GeneratedFeed.Form.values()) {
            run(new GeneratedFeed(form, lines));
        }
    }

    private static void run(GeneratedFeed feed) throws IOException {
        long bareStart = System.nanoTime();
        long bytes = bytes(feed);
        double bare = seconds(bareStart);
        resetPeaks();
        long start = System.nanoTime();
        Tally tally = pull(feed);
        double pulling = seconds(start);
        long peak = peak();
        long linkStart = System.nanoTime();
        int linked = promoted(feed);
        double linking = seconds(linkStart);
        check("usable products", tally.listings, feed.usable());
        check("skipped products", tally.skipped, feed.lines() - feed.usable());
        check("cents of all prices", tally.cents, feed.cents());
        System.out.printf(
                Locale.ROOT,
                "%-13s %,.0f MB; pulled in %.1f s, %,.0f lines/s, peak heap %d MB; making the bytes"
                        + " alone %.1f s, so pulling is %.1f times that; %,d promoted products found"
                        + " in %.1f s, peak heap then %d MB%n",
                feed.form(),
                bytes / 1e6,
                pulling,
                feed.lines() / pulling,
                peak >> 20,
                bare,
                pulling / bare,
                linked,
                linking,
                peak() >> 20);
    }

    private static Tally pull(GeneratedFeed feed) {
        Tally tally = new Tally();
        try (Connector connector = new FeedProvider().open(new FeedContext(feed))) {
            Pull pull = new Pull.Everything();
            while (true) {
                Page<Listing> page = connector.catalog().page(pull);
                tally.count(page);
                switch (page.next()) {
                    case Page.More(var at) -> pull = new Pull.Resume(at);
                    case Page.Done _ -> {
                        return tally;
                    }
                }
            }
        }
    }

    /** How many products the one promotion of the feed beside turns out to mean. */
    private static int promoted(GeneratedFeed feed) {
        try (Connector connector = new FeedProvider().open(new FeedContext(feed))) {
            Page<Promotion> page =
                    connector
                            .promotions()
                            .orElseThrow(() ->
                                    new UpstreamException.Drifted("the feed lost its promotions"))
                            .page(new Pull.Everything());
            return page.entries().getFirst().scope() instanceof Scope.Listings listings
                    ? listings.upstreamIds().size()
                    : 0;
        }
    }

    private static long bytes(GeneratedFeed feed) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long bytes = 0;
        try (InputStream in = feed.open()) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes += read;
            }
        }
        return bytes;
    }

    private static final class Tally {
        private long listings;
        private long skipped;
        private long cents;

        void count(Page<Listing> page) {
            listings += page.entries().size();
            skipped += page.skipped().size();
            for (Listing listing : page.entries()) {
                cents += listing.offers().getFirst().price().minor();
            }
        }
    }

    private static void check(String what, long found, long expected) {
        if (found != expected) {
            throw new IllegalStateException(what + ": expected " + expected + ", found " + found);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static void resetPeaks() {
        ManagementFactory.getMemoryPoolMXBeans().forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** The sum of the pools' peaks, which is never less than the heap's own. */
    private static long peak() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }
}
