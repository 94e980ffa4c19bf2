package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.BasketPlans;
import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.ListWatches;
import com.truecart.app.basket.PlanQuestion;
import com.truecart.app.basket.PlansForBasket;
import com.truecart.app.basket.WishForm;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.app.web.TypedMoney;
import com.truecart.model.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The basket page: what is wanted, and the ways to buy it side by side. */
@Controller
class BasketController {
    private final Baskets baskets;
    private final BasketPlans plans;
    private final ListWatches watches;
    private final Catalog catalog;
    private final Clock clock;

    BasketController(
            Baskets baskets, BasketPlans plans, ListWatches watches, Catalog catalog, Clock clock) {
        this.watches = watches;
        this.baskets = baskets;
        this.plans = plans;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping("/basket")
    String show(ShopperId shopper, @ModelAttribute("wishes") WishForm wishes, Model model) {
        BasketContents contents = baskets.of(shopper.value());
        Instant now = clock.instant();
        PlansForBasket basket =
                plans.plans(
                        new PlanQuestion(contents, wishes.onlyOrderable(), wishes.wishes()), now);
        model.addAttribute("basket", basket);
        model.addAttribute("codes", contents.codes().stream().sorted().toList());
        model.addAttribute("watches", watches.of(shopper.value()));
        return "basket/basket";
    }

    @PostMapping("/basket/wants")
    String add(
            ShopperId shopper,
            @RequestParam UUID productId,
            @RequestParam(defaultValue = "1") int quantity) {
        baskets.add(shopper.value(), known(productId), checked(quantity));
        return "redirect:/basket";
    }

    @PostMapping("/basket/wants/{productId}")
    String change(ShopperId shopper, @PathVariable UUID productId, @RequestParam int quantity) {
        baskets.set(shopper.value(), known(productId), checked(quantity));
        return "redirect:/basket";
    }

    /** Says whether a want must be had: an empty amount means it must. */
    @PostMapping("/basket/wants/{productId}/worth")
    String worth(
            ShopperId shopper,
            @PathVariable UUID productId,
            @RequestParam(defaultValue = "") String worth,
            @RequestParam String currency) {
        baskets.of(shopper.value())
                .of(new ProductId(productId))
                .ifPresent(want ->
                        baskets.wish(
                                shopper.value(),
                                new Wanted(
                                        want.product(),
                                        want.quantity(),
                                        worth.isBlank()
                                                ? Optional.empty()
                                                : Optional.of(
                                                        aboveNothing("worth", worth, currency)),
                                        want.or())));
        return "redirect:/basket";
    }

    @PostMapping("/basket/watches")
    String watch(
            ShopperId shopper,
            @ModelAttribute("wishes") WishForm wishes,
            @RequestParam String below,
            @RequestParam String currency) {
        watches.add(
                shopper.value(),
                new PlanQuestion(
                        baskets.of(shopper.value()), wishes.onlyOrderable(), wishes.wishes()),
                aboveNothing("below", below, currency));
        return "redirect:/basket#watches";
    }

    @PostMapping("/basket/watches/{id}/remove")
    String forget(ShopperId shopper, @PathVariable UUID id) {
        watches.remove(shopper.value(), id);
        return "redirect:/basket#watches";
    }

    @PostMapping("/basket/wants/{productId}/remove")
    String remove(ShopperId shopper, @PathVariable UUID productId) {
        baskets.remove(shopper.value(), List.of(new ProductId(productId)));
        return "redirect:/basket";
    }

    @PostMapping("/basket/codes")
    String addCode(ShopperId shopper, @RequestParam String code) {
        baskets.addCode(shopper.value(), ListReader.code(code));
        return "redirect:/basket";
    }

    @PostMapping("/basket/codes/remove")
    String removeCode(ShopperId shopper, @RequestParam String code) {
        baskets.removeCode(shopper.value(), code);
        return "redirect:/basket";
    }

    private static Money aboveNothing(String field, String amount, String currency) {
        Money money = TypedMoney.of(field, amount, currency);
        if (!money.isPositive()) {
            throw Problem.badRequest(field, "must be above nothing");
        }
        return money;
    }

    private ProductId known(UUID product) {
        return catalog.product(new ProductId(product))
                .orElseThrow(() -> Problem.notFound("productId: there is no such product"))
                .id();
    }

    private static int checked(int quantity) {
        return ListReader.quantity(quantity);
    }
}
