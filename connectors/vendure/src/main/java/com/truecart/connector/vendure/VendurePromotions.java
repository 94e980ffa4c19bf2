package com.truecart.connector.vendure;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.model.Promotion;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Pull;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The promotions that are switched on, by the Admin API. The Shop API states none, so without a key
 * there are none to be read, and only a quote shows what they do.
 */
final class VendurePromotions implements PromotionSource {
    private static final int PER_PAGE = 100;
    private static final Pattern CURSOR = Pattern.compile("(\\d{1,15}) (\\d{1,9})");
    private static final String PROMOTIONS =
            "query($options: PromotionListOptions!) { activeChannel { currencyCode: defaultCurrencyCode }"
                    + " promotions(options: $options) { totalItems items {"
                    + Rules.PROMOTION
                    + "} } }";

    private final Optional<GraphQl> admin;
    private final String language;
    private final Clock clock;

    VendurePromotions(Optional<GraphQl> admin, String language, Clock clock) {
        this.admin = admin;
        this.language = language;
        this.clock = clock;
    }

    @Override
    public Page<Promotion> page(Pull pull) {
        Instant start = clock.instant();
        int skip = 0;
        if (pull instanceof Pull.Resume(Cursor at)) {
            Matcher matcher = CURSOR.matcher(at.token());
            if (matcher.matches()) {
                start = Instant.ofEpochMilli(Long.parseLong(matcher.group(1)));
                skip = Integer.parseInt(matcher.group(2));
            }
        }
        Page.Done end = new Page.Done(Optional.empty(), Optional.of(start));
        return admin.isEmpty()
                ? new Page<>(List.of(), List.of(), end)
                : page(admin.get(), start, skip, end);
    }

    private Page<Promotion> page(GraphQl keyed, Instant start, int skip, Page.Done end) {
        Json answer =
                GraphQl.given(
                                keyed.read(
                                        PROMOTIONS,
                                        Map.of(
                                                "options",
                                                Map.of(
                                                        "take",
                                                        PER_PAGE,
                                                        "skip",
                                                        skip,
                                                        "sort",
                                                        Map.of("id", "ASC"),
                                                        "filter",
                                                        Map.of("enabled", Map.of("eq", true))))))
                        .data();
        Currency currency = Amounts.currency(answer.at("activeChannel"));
        Rules rules = new Rules(language, currency, new Facets(keyed)::scope);
        Json found = answer.at("promotions");
        List<Promotion> promotions = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        List<Json> stated = found.list("items");
        for (Json promotion : stated) {
            try {
                promotions.addAll(rules.promotions(promotion));
            } catch (IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                "promotion " + promotion.id("id"),
                                unusable,
                                promotion.node().toString()));
            }
        }
        int read = skip + stated.size();
        Page.Next next =
                stated.isEmpty() || read >= found.number("totalItems")
                        ? end
                        : new Page.More(new Cursor(start.toEpochMilli() + " " + read));
        return new Page<>(promotions, skipped, next);
    }
}
