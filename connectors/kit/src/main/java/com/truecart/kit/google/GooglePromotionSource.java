package com.truecart.kit.google;

import com.truecart.kit.DocumentPager;
import com.truecart.kit.UnusableRecord;
import com.truecart.model.Promotion;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Cursor;
import com.truecart.spi.Document;
import com.truecart.spi.Page;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Pull;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The promotions of a feed that a setting names; none where the setting is empty.
 *
 * <p>Shops on any platform can publish one beside their interface, which is why it lives here and
 * not with the feed connector.
 */
public final class GooglePromotionSource implements PromotionSource, AutoCloseable {
    private static final int PAGE = 1000;
    private static final List<String> COLUMNS = List.of("promotion_id", "long_title");

    private final ConnectorContext context;
    private final String setting;
    private final String language;
    private final Optional<Currency> currency;
    private final Function<LinkedProducts.Wanted, LinkedProducts> linked;
    private final DocumentPager<FeedRecord> pager =
            new DocumentPager<>(document -> FeedDocument.open(document, COLUMNS), PAGE);

    /**
     * A source without a product feed beside it.
     *
     * @param setting names the document
     * @param language of its titles, "und" where nobody says
     */
    public GooglePromotionSource(ConnectorContext context, String setting, String language) {
        this(context, setting, language, Optional.empty(), _ -> LinkedProducts.none());
    }

    /**
     * A source beside a product feed.
     *
     * @param currency of amounts that name none
     * @param linked looks products up; asked where a promotion has no filter of its own, or one by
     *     groups
     */
    public GooglePromotionSource(
            ConnectorContext context,
            String setting,
            String language,
            Optional<Currency> currency,
            Function<LinkedProducts.Wanted, LinkedProducts> linked) {
        this.context = context;
        this.setting = setting;
        this.language = language;
        this.currency = currency;
        this.linked = linked;
    }

    @Override
    public Page<Promotion> page(Pull pull) {
        List<Document> documents =
                context.setting(setting).isEmpty() ? List.of() : context.documents(setting);
        if (documents.isEmpty()) {
            return new Page<>(
                    List.of(),
                    List.of(),
                    new Page.Done(Optional.empty(), Optional.of(context.clock().instant())));
        }
        Document newest = documents.getLast();
        DocumentPager.Slice<FeedRecord> slice =
                pager.slice(
                        List.of(newest),
                        pull instanceof Pull.Resume(Cursor at)
                                ? Optional.of(at)
                                : Optional.empty());
        LinkedProducts.Wanted wanted = wanted(slice.entries());
        LinkedProducts links = wanted.isEmpty() ? LinkedProducts.none() : linked.apply(wanted);
        List<Promotion> promotions = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>(slice.skipped());
        for (FeedRecord feed : slice.entries()) {
            String ref = feed.text("promotion_id").orElse(feed.place());
            try {
                promotions.add(GooglePromotion.of(feed, language, currency, links));
            } catch (IllegalArgumentException unusable) {
                skipped.add(UnusableRecord.skipped(ref, unusable, feed.toString()));
            }
        }
        return new Page<>(
                promotions,
                skipped,
                slice.next().isPresent()
                        ? new Page.More(slice.next().get())
                        : new Page.Done(Optional.empty(), Optional.of(newest.publishedAt())));
    }

    private static LinkedProducts.Wanted wanted(List<FeedRecord> promotions) {
        Set<String> ids = new HashSet<>();
        Set<String> groups = new HashSet<>();
        for (FeedRecord feed : promotions) {
            if (PromotionScope.isLinkedByProducts(feed)) {
                feed.text("promotion_id").ifPresent(ids::add);
            }
            groups.addAll(feed.list("item_group_id"));
            groups.addAll(feed.list("item_group_id_exclusion"));
        }
        return new LinkedProducts.Wanted(ids, groups);
    }

    @Override
    public void close() {
        pager.close();
    }
}
