package com.truecart.testkit.corner;

import com.truecart.model.Benefit;
import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.model.Offer;
import com.truecart.model.Promotion;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Cursor;
import com.truecart.spi.ListingLookup;
import com.truecart.spi.Page;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** Mistakes in reading. */
final class FaultyReads {
    private FaultyReads() {}

    /** A new process that goes on after a crash begins one record too late. */
    static CatalogSource losesOneOnResume(CatalogSource good) {
        AtomicBoolean began = new AtomicBoolean();
        return pull -> {
            Page<Listing> page = good.page(pull);
            boolean first = !began.getAndSet(true);
            return first && pull instanceof Pull.Resume && !isOfAnotherRelease(pull)
                    ? new Page<>(
                            page.entries()
                                    .subList(
                                            Math.min(1, page.entries().size()),
                                            page.entries().size()),
                            page.skipped(),
                            page.next())
                    : page;
        };
    }

    static CatalogSource nothingSince(CatalogSource good) {
        return pull ->
                switch (pull) {
                    case Pull.Since(Cursor _) -> {
                        Page<Listing> page = good.page(pull);
                        yield new Page<>(List.of(), page.skipped(), page.next());
                    }
                    case Pull.Everything _, Pull.Resume _ -> good.page(pull);
                };
    }

    static ListingLookup takesAnyFaultForGone(ListingLookup good) {
        return id -> {
            try {
                return good.now(id);
            } catch (UpstreamException taken) {
                return Optional.empty();
            }
        };
    }

    static CatalogSource hidesBadRows(CatalogSource good) {
        return pull -> {
            Page<Listing> page = good.page(pull);
            return new Page<>(page.entries(), List.of(), page.next());
        };
    }

    static CatalogSource aCentMoreForSugar(CatalogSource good) {
        return pull -> {
            Page<Listing> page = good.page(pull);
            return new Page<>(
                    page.entries().stream()
                            .map(listing ->
                                    listing.upstreamId().equals("5") ? dearer(listing) : listing)
                            .toList(),
                    page.skipped(),
                    page.next());
        };
    }

    static CatalogSource emptyOn(Class<? extends UpstreamException> problem, CatalogSource good) {
        return pull -> nothingOn(problem, () -> good.page(pull));
    }

    /** Only the first page is read with care. */
    static CatalogSource endsOn(Class<? extends UpstreamException> problem, CatalogSource good) {
        return pull ->
                pull instanceof Pull.Resume
                        ? nothingOn(problem, () -> good.page(pull))
                        : good.page(pull);
    }

    static PromotionSource noneOn(
            Class<? extends UpstreamException> problem, PromotionSource good) {
        return pull -> nothingOn(problem, () -> good.page(pull));
    }

    static CatalogSource forgetsRetryAfter(CatalogSource good) {
        return pull -> {
            try {
                return good.page(pull);
            } catch (UpstreamException.Throttled throttled) {
                throw new UpstreamException.Throttled("too often", Optional.empty());
            }
        };
    }

    static PromotionSource dropsUnmodelled(PromotionSource good) {
        return pull -> {
            Page<Promotion> page = good.page(pull);
            return new Page<>(
                    page.entries().stream().filter(Promotion::isModelled).toList(),
                    page.skipped(),
                    page.next());
        };
    }

    static PromotionSource aTenthOfIt(PromotionSource good) {
        return pull -> {
            Page<Promotion> page = good.page(pull);
            return new Page<>(
                    page.entries().stream().map(FaultyReads::aTenth).toList(),
                    page.skipped(),
                    page.next());
        };
    }

    private static <T> Page<T> nothingOn(
            Class<? extends UpstreamException> problem, Supplier<Page<T>> page) {
        try {
            return page.get();
        } catch (UpstreamException thrown) {
            if (!problem.isInstance(thrown)) {
                throw thrown;
            }
            return new Page<>(
                    List.of(),
                    List.of(),
                    new Page.Done(Optional.empty(), Optional.of(Instant.now())));
        }
    }

    private static boolean isOfAnotherRelease(Pull pull) {
        return pull instanceof Pull.Resume(Cursor at) && at.token().contains("another release");
    }

    private static Listing dearer(Listing of) {
        Offer offer = of.offers().getFirst();
        Money more = offer.price().plus(new Money(1, offer.price().currency()));
        return new Listing(
                of.upstreamId(),
                of.variantOf(),
                of.title(),
                of.brand(),
                of.category(),
                of.description(),
                of.identifiers(),
                of.attributes(),
                of.page(),
                of.image(),
                of.salesRank(),
                List.of(
                        new Offer(
                                offer.seller(),
                                more,
                                offer.listPrice(),
                                offer.availability(),
                                offer.condition(),
                                offer.promotions())),
                of.seenAt());
    }

    private static Promotion aTenth(Promotion of) {
        return of.benefit() instanceof Benefit.PercentOff(long ppm, Optional<Money> cap)
                ? new Promotion(
                        of.ref(),
                        of.label(),
                        of.stage(),
                        of.scope(),
                        of.trigger(),
                        new Benefit.PercentOff(ppm / 10, cap),
                        of.validity(),
                        of.evidence())
                : of;
    }
}
