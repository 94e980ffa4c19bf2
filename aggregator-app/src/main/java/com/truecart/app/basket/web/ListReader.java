package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketContents.Instead;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.web.ListBodies.MoneyBody;
import com.truecart.app.basket.web.ListBodies.WantBody;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.web.Problem;
import com.truecart.model.Money;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads lists that were sent; what cannot be used is refused by the field's name. */
@Component
class ListReader {
    private final Catalog catalog;

    ListReader(Catalog catalog) {
        this.catalog = catalog;
    }

    BasketContents contents(List<WantBody> wants, List<String> codes) {
        if (wants.size() > Baskets.MOST_WANTS) {
            throw Problem.badRequest(
                    "wants", "must be at most " + Baskets.MOST_WANTS + ", are " + wants.size());
        }
        if (codes.size() > Baskets.MOST_CODES) {
            throw Problem.badRequest("codes", "must be at most " + Baskets.MOST_CODES);
        }
        List<ProductId> ids = new ArrayList<>();
        for (int i = 0; i < wants.size(); i++) {
            ids.add(new ProductId(wants.get(i).productId()));
        }
        requireKnown("wants.productId", ids);
        if (Set.copyOf(ids).size() != ids.size()) {
            throw Problem.badRequest("wants.productId", "must name each product once");
        }
        requireKnown(
                "wants.substitutes",
                wants.stream()
                        .flatMap(want -> ListBodies.given(want.substitutes()).stream())
                        .map(ProductId::new)
                        .distinct()
                        .toList());
        Set<String> checked = new LinkedHashSet<>();
        codes.forEach(code -> checked.add(code(code)));
        return new BasketContents(wants.stream().map(ListReader::wanted).toList(), checked);
    }

    private void requireKnown(String field, List<ProductId> ids) {
        for (int from = 0; from < ids.size(); from += 500) {
            List<ProductId> some = ids.subList(from, Math.min(ids.size(), from + 500));
            Set<ProductId> known =
                    catalog.products(some).stream()
                            .map(ProductFacts::id)
                            .collect(Collectors.toSet());
            for (ProductId id : some) {
                if (!known.contains(id)) {
                    throw Problem.badRequest(field, "there is no product " + id);
                }
            }
        }
    }

    private static Wanted wanted(WantBody want) {
        return new Wanted(
                new ProductId(want.productId()),
                quantity(want.quantity()),
                amount("wants.worth", want.worth()),
                instead(want));
    }

    static Optional<Money> amount(String field, @Nullable MoneyBody worth) {
        if (worth == null) {
            return Optional.empty();
        }
        try {
            Money money = Money.of(worth.minor(), worth.currency());
            if (money.isPositive()) {
                return Optional.of(money);
            }
        } catch (IllegalArgumentException _) {
            // said below
        }
        throw Problem.badRequest(field, "must be above nothing in a currency such as HKD");
    }

    private static Optional<Instead> instead(WantBody want) {
        Integer tolerance = want.tolerancePercent();
        return instead(
                "wants.",
                new ProductId(want.productId()),
                ListBodies.given(want.substitutes()),
                tolerance == null ? 0 : tolerance);
    }

    /** What would do instead of a product in the basket; the product itself is left out. */
    Optional<Instead> instead(ProductId product, List<UUID> substitutes, int percent) {
        requireKnown("substitutes", substitutes.stream().map(ProductId::new).distinct().toList());
        return instead("", product, substitutes, percent);
    }

    private static Optional<Instead> instead(
            String prefix, ProductId product, List<UUID> substitutes, int percent) {
        if (percent < 0 || percent > 100) {
            throw Problem.badRequest(prefix + "tolerancePercent", "must be from 0 to 100");
        }
        if (substitutes.size() > Instead.MOST) {
            throw Problem.badRequest(prefix + "substitutes", "must be at most " + Instead.MOST);
        }
        List<ProductId> others =
                substitutes.stream()
                        .map(ProductId::new)
                        .filter(id -> !id.equals(product))
                        .distinct()
                        .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Instead(others, percent));
    }

    static int quantity(int quantity) {
        if (quantity < 1 || quantity > Baskets.MOST_UNITS) {
            throw Problem.badRequest("quantity", "must be from 1 to " + Baskets.MOST_UNITS);
        }
        return quantity;
    }

    static String code(String code) {
        String stripped = code.strip();
        if (stripped.isEmpty()
                || stripped.length() > 64
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("code", "must have from 1 to 64 characters that can be seen");
        }
        return stripped;
    }
}
