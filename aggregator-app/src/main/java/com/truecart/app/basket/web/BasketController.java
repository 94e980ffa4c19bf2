package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.BasketPlans;
import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.PlanQuestion;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The basket page: what is wanted, and the ways to buy it side by side. */
@Controller
class BasketController {
    private static final String ORDERABLE = "orderable";
    private static final String ALL = "all";
    private final Baskets baskets;
    private final BasketPlans plans;
    private final Catalog catalog;
    private final Clock clock;

    BasketController(Baskets baskets, BasketPlans plans, Catalog catalog, Clock clock) {
        this.baskets = baskets;
        this.plans = plans;
        this.catalog = catalog;
        this.clock = clock;
    }

    @GetMapping("/basket")
    String show(
            ShopperId shopper, @RequestParam(defaultValue = ORDERABLE) String stores, Model model) {
        BasketContents contents = baskets.of(shopper.value());
        boolean onlyOrderable = !stores.equals(ALL);
        model.addAttribute(
                "basket", plans.plans(new PlanQuestion(contents, onlyOrderable), clock.instant()));
        model.addAttribute("codes", contents.codes().stream().sorted().toList());
        model.addAttribute("stores", onlyOrderable ? ORDERABLE : ALL);
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

    @PostMapping("/basket/wants/{productId}/remove")
    String remove(ShopperId shopper, @PathVariable UUID productId) {
        baskets.remove(shopper.value(), List.of(new ProductId(productId)));
        return "redirect:/basket";
    }

    @PostMapping("/basket/codes")
    String addCode(ShopperId shopper, @RequestParam String code) {
        baskets.addCode(shopper.value(), BasketApi.checkedCode(code));
        return "redirect:/basket";
    }

    @PostMapping("/basket/codes/remove")
    String removeCode(ShopperId shopper, @RequestParam String code) {
        baskets.removeCode(shopper.value(), code);
        return "redirect:/basket";
    }

    private ProductId known(UUID product) {
        return catalog.product(new ProductId(product))
                .orElseThrow(() -> Problem.notFound("productId: there is no such product"))
                .id();
    }

    private static int checked(int quantity) {
        return BasketApi.checkedQuantity(quantity);
    }
}
