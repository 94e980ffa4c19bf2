package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketContents.Instead;
import com.truecart.app.basket.BasketContents.Wanted;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lists on the wire. */
final class ListBodies {
    private ListBodies() {}

    /** A basket. */
    record BasketBody(List<WantBody> wants, List<String> codes) {
        BasketBody {
            wants = given(wants);
            codes = given(codes);
        }

        static BasketBody of(BasketContents contents) {
            return new BasketBody(
                    contents.wants().stream().map(WantBody::of).toList(),
                    contents.codes().stream().sorted().toList());
        }
    }

    /**
     * A want.
     *
     * @param worth where it is only nice to have: what it may add to the whole at most
     * @param substitutes products that would do instead
     * @param tolerancePercent how much dearer than the cheapest offer of the wanted product one of
     *     theirs may be
     */
    record WantBody(
            UUID productId,
            int quantity,
            @Nullable MoneyBody worth,
            @Nullable List<UUID> substitutes,
            @Nullable Integer tolerancePercent) {
        WantBody {
            Objects.requireNonNull(productId, "productId");
            substitutes = given(substitutes);
        }

        static WantBody of(Wanted want) {
            return new WantBody(
                    want.product().value(),
                    want.quantity(),
                    want.worth()
                            .map(worth ->
                                    new MoneyBody(
                                            worth.minor(), worth.currency().getCurrencyCode()))
                            .orElse(null),
                    want.or()
                            .map(or -> or.products().stream().map(id -> id.value()).toList())
                            .orElse(List.of()),
                    want.or().map(Instead::tolerancePercent).orElse(null));
        }
    }

    /** An amount as programs send it: minor units and the ISO code. */
    record MoneyBody(long minor, String currency) {}

    /** A list left out is empty; a hole in a list cannot be read. */
    static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
