package com.truecart.connector.medusa;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.model.Promotion;
import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The shop's active promotions by the Admin API. Without a secret key there are none to be had:
 * what the Store API shows of them is their effect on a cart.
 */
final class MedusaPromotionSource implements PromotionSource {
    private static final int PER_PAGE = 200;

    private static final String FIELDS =
            Calls.encode(
                    "id,code,status,is_automatic,is_tax_inclusive,type,limit,used,*rules,"
                            + "*rules.values,*application_method,*application_method.target_rules,"
                            + "*application_method.target_rules.values,"
                            + "*application_method.buy_rules,"
                            + "*application_method.buy_rules.values,*campaign,*campaign.budget");

    private final Calls calls;
    private final String language;
    private final Clock clock;

    MedusaPromotionSource(Calls calls, String language, Clock clock) {
        this.calls = calls;
        this.language = language;
        this.clock = clock;
    }

    @Override
    public Page<Promotion> page(Pull pull) {
        Instant now = clock.instant();
        if (!calls.hasSecretKey()) {
            return new Page<>(
                    List.of(), List.of(), new Page.Done(Optional.empty(), Optional.of(now)));
        }
        Place place =
                switch (pull) {
                    case Pull.Resume(Cursor at) -> Place.parse(at).orElse(new Place(now, 0));
                    case Pull.Everything() -> new Place(now, 0);
                    // never asked for: CHANGES_SINCE is not declared
                    case Pull.Since(Cursor _) -> new Place(now, 0);
                };
        Json body =
                Calls.good(
                                calls.admin(
                                        "/promotions?order=id&limit="
                                                + PER_PAGE
                                                + "&offset="
                                                + place.offset
                                                + "&fields="
                                                + FIELDS))
                        .body();
        List<Promotion> promotions = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        List<Json> stated = body.list("promotions");
        List<Json> active =
                stated.stream()
                        .filter(each -> each.optionalText("status").orElse("").equals("active"))
                        .toList();
        if (!active.isEmpty()) {
            Products products = new Products(calls);
            StatedPromotions reader = new StatedPromotions(calls.market(), products, language);
            for (Json promotion : active) {
                try {
                    reader.read(promotion).ifPresent(promotions::add);
                } catch (Drifted | IllegalArgumentException unusable) {
                    if (products.isWhatBroke(unusable)) {
                        throw unusable;
                    }
                    skipped.add(
                            UnusableRecord.skipped(
                                    "promotion " + promotion.optionalText("code").orElse("?"),
                                    unusable,
                                    promotion.node().toString()));
                }
            }
        }
        return new Page<>(
                BuyGets.apart(promotions),
                skipped,
                place.next(stated.size(), body.number("count")));
    }

    /** Where a pull is. */
    private record Place(Instant start, long offset) {

        Page.Next next(int found, long counted) {
            return found == 0 || offset + found >= counted
                    ? new Page.Done(Optional.empty(), Optional.of(start))
                    : new Page.More(new Cursor(start + " " + (offset + found)));
        }

        static Optional<Place> parse(Cursor cursor) {
            String[] parts = cursor.token().split(" ", -1);
            if (parts.length != 2 || !parts[1].matches("\\d{1,9}")) {
                return Optional.empty();
            }
            try {
                return Optional.of(new Place(Instant.parse(parts[0]), Long.parseLong(parts[1])));
            } catch (DateTimeParseException notOurs) {
                return Optional.empty();
            }
        }
    }
}
