package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents.Instead;
import com.truecart.app.basket.BasketContents.Wanted;
import com.truecart.app.basket.Baskets;
import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.compare.ProductCard;
import com.truecart.app.compare.ProductSearch;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What else would do instead of something in the basket. */
@Controller
class InsteadController {
    private static final int FOUND = 12;
    private static final int USUAL_TOLERANCE = 10;

    private final Baskets baskets;
    private final Catalog catalog;
    private final ProductSearch search;
    private final ListReader lists;

    InsteadController(Baskets baskets, Catalog catalog, ProductSearch search, ListReader lists) {
        this.baskets = baskets;
        this.catalog = catalog;
        this.search = search;
        this.lists = lists;
    }

    @GetMapping("/basket/wants/{productId}/instead")
    String show(
            ShopperId shopper,
            @PathVariable UUID productId,
            @RequestParam(defaultValue = "") String q,
            Model model) {
        Wanted want = wanted(shopper, productId);
        ProductFacts product =
                catalog.product(want.product())
                        .orElseThrow(() -> Problem.notFound("productId: there is no such product"));
        List<ProductFacts> chosen =
                want.or().map(instead -> catalog.products(instead.products())).orElse(List.of());
        Set<ProductId> known = chosen.stream().map(ProductFacts::id).collect(Collectors.toSet());
        model.addAttribute("product", product);
        model.addAttribute("words", q);
        model.addAttribute("chosen", chosen);
        model.addAttribute(
                "found",
                found(product, q).stream()
                        .filter(card -> !known.contains(card.product().id()))
                        .toList());
        model.addAttribute(
                "tolerance", want.or().map(Instead::tolerancePercent).orElse(USUAL_TOLERANCE));
        return "basket/instead";
    }

    @PostMapping("/basket/wants/{productId}/instead")
    String save(
            ShopperId shopper,
            @PathVariable UUID productId,
            @RequestParam(required = false) List<UUID> substitutes,
            @RequestParam int tolerancePercent) {
        Wanted want = wanted(shopper, productId);
        baskets.wish(
                shopper.value(),
                new Wanted(
                        want.product(),
                        want.quantity(),
                        want.worth(),
                        lists.instead(
                                want.product(), ListBodies.given(substitutes), tolerancePercent)));
        return "redirect:/basket";
    }

    /** What the words find; where there are none, what else people buy of its kind. */
    private List<ProductCard> found(ProductFacts product, String words) {
        return words.isBlank()
                ? search.neighboursOf(product, FOUND)
                : search.othersLike(words, product, FOUND);
    }

    private Wanted wanted(ShopperId shopper, UUID product) {
        return baskets.of(shopper.value())
                .of(new ProductId(product))
                .orElseThrow(() ->
                        Problem.notFound("productId: there is no such product in the basket"));
    }
}
