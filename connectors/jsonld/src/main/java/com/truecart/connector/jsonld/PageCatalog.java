package com.truecart.connector.jsonld;

import com.truecart.kit.DocumentPager;
import com.truecart.kit.web.Addresses;
import com.truecart.kit.web.Fetch;
import com.truecart.kit.web.Robots;
import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import com.truecart.spi.Reply;
import com.truecart.spi.UpstreamException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The products on the pages a shop's sitemap names, one page after another.
 *
 * <p>A pull of changes passes over pages whose {@code lastmod} is older, and asks for the others
 * with {@code If-Modified-Since}: that much needs no memory but the watermark. Entity tags would
 * need one per page, which nobody keeps for us.
 */
final class PageCatalog implements CatalogSource, AutoCloseable {
    /** Addresses looked at together; at a page a second a slice lasts half a minute. */
    private static final int SLICE = 25;

    /** Addresses that are passed over cost nothing, so many slices of them make one page. */
    private static final int MOST_SLICES = 400;

    /** One page may be broken; so many in a row are the shop. */
    private static final int FAILURES_IN_A_ROW = 3;

    private final Clock clock;
    private final URI shop;
    private final Fetch fetch;
    private final Robots robots;
    private final Sitemaps sitemaps;
    private final Optional<Pattern> wanted;
    private final PageReader reader;
    private final DocumentPager<Sitemaps.Entry> pager = new DocumentPager<>(Sitemaps::open, SLICE);

    PageCatalog(
            Clock clock,
            URI shop,
            Fetch fetch,
            Robots robots,
            Sitemaps sitemaps,
            Optional<Pattern> wanted,
            PageReader reader) {
        this.clock = clock;
        this.shop = shop;
        this.fetch = fetch;
        this.robots = robots;
        this.sitemaps = sitemaps;
        this.wanted = wanted;
        this.reader = reader;
    }

    @Override
    public Page<Listing> page(Pull pull) {
        Robots.Rules rules = robots.of(shop);
        Progress progress = progress(pull, rules);
        Gathered gathered = new Gathered(progress, rules);
        Optional<Cursor> place = progress.place();
        for (int slices = 0; slices < MOST_SLICES && gathered.asked == 0; slices++) {
            DocumentPager.Slice<Sitemaps.Entry> slice = pager.slice(sitemaps.documents(), place);
            gathered.skipped.addAll(slice.skipped());
            slice.entries().forEach(gathered::add);
            place = slice.next();
            if (place.isEmpty()) {
                break;
            }
        }
        return new Page<>(
                gathered.listings,
                gathered.skipped,
                place.<Page.Next>map(next -> new Page.More(progress.at(next)))
                        .orElseGet(() ->
                                new Page.Done(
                                        Optional.of(progress.watermark()),
                                        progress.since().isPresent()
                                                ? Optional.empty()
                                                : Optional.of(progress.startedAt()))));
    }

    private Progress progress(Pull pull, Robots.Rules rules) {
        Progress fresh =
                new Progress(clock.instant(), rules.servedAt(), Optional.empty(), Optional.empty());
        return switch (pull) {
            case Pull.Everything _ -> fresh;
            case Pull.Resume(Cursor at) -> Progress.parse(at).orElse(fresh);
            case Pull.Since(Cursor watermark) ->
                    new Progress(
                            fresh.startedAt(),
                            fresh.mark(),
                            Progress.watermark(watermark),
                            Optional.empty());
        };
    }

    /** What a look at the first pages shows. */
    String glance() {
        Robots.Rules rules = robots.of(shop);
        Gathered gathered =
                new Gathered(
                        new Progress(
                                clock.instant(),
                                rules.servedAt(),
                                Optional.empty(),
                                Optional.empty()),
                        rules);
        List<Sitemaps.Entry> first =
                pager.slice(sitemaps.documents(), Optional.empty()).entries().stream()
                        .filter(entry -> gathered.isWanted(entry).isPresent())
                        .limit(FAILURES_IN_A_ROW)
                        .toList();
        first.forEach(gathered::add);
        return gathered.listings.isEmpty()
                ? "the sitemap can be read; of its first "
                        + first.size()
                        + " pages none offers a product"
                : "first product: "
                        + gathered.listings
                                .getFirst()
                                .title()
                                .byLanguage()
                                .values()
                                .iterator()
                                .next();
    }

    @Override
    public void close() {
        pager.close();
    }

    /** What one page of a pull comes to, as its addresses are asked for. */
    private final class Gathered {
        private final Progress progress;
        private final Robots.Rules rules;
        private final List<Listing> listings = new ArrayList<>();
        private final List<Page.Skipped> skipped = new ArrayList<>();
        private int asked;
        private int failures;

        Gathered(Progress progress, Robots.Rules rules) {
            this.progress = progress;
            this.rules = rules;
        }

        void add(Sitemaps.Entry entry) {
            Optional<URI> address = isWanted(entry);
            if (address.isEmpty()) {
                return;
            }
            asked++;
            try {
                Reply reply = ask(address.get());
                if (reply.status() >= 500) {
                    throw new UpstreamException.Unavailable("answers " + reply.status());
                }
                read(address.get(), reply);
            } catch (UpstreamException.Throttled | UpstreamException.Misconfigured everything) {
                throw everything;
            } catch (UpstreamException failed) {
                failed(address.get(), failed);
            }
        }

        /** The address, where it is to be asked for in this pull. */
        Optional<URI> isWanted(Sitemaps.Entry entry) {
            Optional<URI> address =
                    Addresses.whole(shop.toString(), entry.location())
                            .map(Addresses::withoutFragment);
            if (address.isEmpty() || !Addresses.sameHost(address.get(), shop)) {
                skipped.add(
                        new Page.Skipped(
                                entry.place(),
                                "loc",
                                "is not a page of this shop",
                                entry.location()));
                return Optional.empty();
            }
            boolean old =
                    progress.since().isPresent()
                            && entry.changed()
                                    .filter(at -> at.isBefore(progress.since().get()))
                                    .isPresent();
            return address.filter(page -> !old)
                    .filter(page ->
                            wanted.isEmpty() || wanted.get().matcher(Addresses.key(page)).find())
                    .filter(rules::allow);
        }

        private Reply ask(URI address) {
            Optional<Instant> since = progress.since();
            return since.isPresent()
                    ? fetch.getUnlessAsOf(address, since.get())
                    : fetch.get(address);
        }

        private void read(URI address, Reply reply) {
            if (reply.status() == 304) {
                failures = 0;
                return;
            }
            if (!reply.isSuccess()) {
                failures = 0;
                skip(address, "answers " + reply.status() + " though the sitemap names it");
                return;
            }
            PageReader.Read read = reader.read(address, reply.body(), reply.at());
            if (read.isForPeople()) {
                failed(
                        address,
                        new UpstreamException.Drifted(
                                "is a test for robots instead of the page; ask the shop to let us"
                                        + " in"));
                return;
            }
            failures = 0;
            listings.addAll(read.listings());
            skipped.addAll(read.skipped());
        }

        private void failed(URI address, UpstreamException problem) {
            if (++failures >= FAILURES_IN_A_ROW) {
                throw problem;
            }
            skip(address, String.valueOf(problem.getMessage()));
        }

        private void skip(URI address, String reason) {
            skipped.add(new Page.Skipped(Addresses.key(address), "page", reason, ""));
        }
    }
}
