package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.BasketPlans;
import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.PlanQuestion;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The basket and its plans for programs. */
@RestController
class BasketApi {
    private final Baskets baskets;
    private final BasketPlans plans;
    private final Catalog catalog;
    private final Clock clock;

    BasketApi(Baskets baskets, BasketPlans plans, Catalog catalog, Clock clock) {
        this.baskets = baskets;
        this.plans = plans;
        this.catalog = catalog;
        this.clock = clock;
    }

    /** A basket on the wire. */
    record BasketBody(List<WantBody> wants, List<String> codes) {
        BasketBody {
            wants = given(wants);
            codes = given(codes);
        }
    }

    /** A want on the wire. */
    record WantBody(UUID productId, int quantity) {
        WantBody {
            Objects.requireNonNull(productId, "productId");
        }
    }

    /** Asks for plans for a list, without a basket. */
    record PlansRequest(List<WantBody> wants, List<String> codes, boolean onlyOrderable) {
        PlansRequest {
            wants = given(wants);
            codes = given(codes);
        }
    }

    /** A list left out is empty; a hole in a list cannot be read. */
    private static <T> List<T> given(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    @GetMapping("/api/v1/basket")
    BasketBody basket(ShopperId shopper) {
        return body(baskets.of(shopper.value()));
    }

    @PutMapping("/api/v1/basket")
    BasketBody replace(ShopperId shopper, @RequestBody BasketBody body) {
        baskets.replace(shopper.value(), contents(body.wants(), body.codes()));
        return basket(shopper);
    }

    @PostMapping("/api/v1/basket/wants")
    @ResponseStatus(HttpStatus.CREATED)
    BasketBody add(ShopperId shopper, @RequestBody WantBody want) {
        baskets.add(
                shopper.value(),
                contents(List.of(want), List.of()).wants().getFirst().product(),
                checkedQuantity(want.quantity()));
        return basket(shopper);
    }

    @DeleteMapping("/api/v1/basket/wants/{productId}")
    BasketBody remove(ShopperId shopper, @PathVariable UUID productId) {
        baskets.remove(shopper.value(), List.of(new ProductId(productId)));
        return basket(shopper);
    }

    @PostMapping("/api/v1/plans")
    PlanBodies plans(@RequestBody PlansRequest request) {
        return PlanBodies.of(
                plans.plans(
                        new PlanQuestion(
                                contents(request.wants(), request.codes()),
                                request.onlyOrderable()),
                        clock.instant()));
    }

    private BasketContents contents(List<WantBody> wants, List<String> codes) {
        if (wants.size() > Baskets.MOST_WANTS) {
            throw Problem.badRequest("wants", "must be at most " + Baskets.MOST_WANTS);
        }
        if (codes.size() > Baskets.MOST_CODES) {
            throw Problem.badRequest("codes", "must be at most " + Baskets.MOST_CODES);
        }
        List<ProductId> ids = wants.stream().map(want -> new ProductId(want.productId())).toList();
        Set<ProductId> known =
                catalog.products(ids).stream().map(ProductFacts::id).collect(Collectors.toSet());
        for (ProductId id : ids) {
            if (!known.contains(id)) {
                throw Problem.badRequest("wants.productId", "there is no product " + id);
            }
        }
        if (Set.copyOf(ids).size() != ids.size()) {
            throw Problem.badRequest("wants.productId", "must name each product once");
        }
        Set<String> checked = new LinkedHashSet<>();
        codes.forEach(code -> checked.add(checkedCode(code)));
        return new BasketContents(
                wants.stream()
                        .map(want ->
                                new Wanted(
                                        new ProductId(want.productId()),
                                        checkedQuantity(want.quantity())))
                        .toList(),
                checked);
    }

    static int checkedQuantity(int quantity) {
        if (quantity < 1 || quantity > Baskets.MOST_UNITS) {
            throw Problem.badRequest("quantity", "must be from 1 to " + Baskets.MOST_UNITS);
        }
        return quantity;
    }

    static String checkedCode(String code) {
        String stripped = code.strip();
        if (stripped.isEmpty()
                || stripped.length() > 64
                || stripped.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badRequest("code", "must have from 1 to 64 characters that can be seen");
        }
        return stripped;
    }

    private static BasketBody body(BasketContents contents) {
        return new BasketBody(
                contents.wants().stream()
                        .map(want -> new WantBody(want.product().value(), want.quantity()))
                        .toList(),
                contents.codes().stream().sorted().toList());
    }
}
