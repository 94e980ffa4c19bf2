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
import com.truecart.search.SearchQuery;
import java.util.List;
import java.util.Optional;
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

    InsteadController(Baskets baskets, Catalog catalog, ProductSearch search) {
        this.baskets = baskets;
        this.catalog = catalog;
        this.search = search;
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
            @RequestParam(required = false) List<UUID> instead,
            @RequestParam int tolerance) {
        Wanted want = wanted(shopper, productId);
        List<ProductId> others =
                catalog
                        .products(
                                ListBodies.given(instead).stream()
                                        .filter(id -> !id.equals(productId))
                                        .distinct()
                                        .map(ProductId::new)
                                        .toList())
                        .stream()
                        .map(ProductFacts::id)
                        .toList();
        if (others.size() > Instead.MOST) {
            throw Problem.badRequest("instead", "must be at most " + Instead.MOST);
        }
        if (tolerance < 0 || tolerance > 100) {
            throw Problem.badRequest("tolerance", "must be from 0 to 100");
        }
        baskets.wish(
                shopper.value(),
                new Wanted(
                        want.product(),
                        want.quantity(),
                        want.worth(),
                        others.isEmpty()
                                ? Optional.empty()
                                : Optional.of(new Instead(others, tolerance))));
        return "redirect:/basket";
    }

    /** What the words find; where there are none, what else people buy of its kind. */
    private List<ProductCard> found(ProductFacts product, String words) {
        return words.isBlank()
                ? search.neighboursOf(product, FOUND)
                : search.othersThan(product.id(), shortened(words), FOUND);
    }

    private Wanted wanted(ShopperId shopper, UUID product) {
        return baskets.of(shopper.value()).wants().stream()
                .filter(want -> want.product().value().equals(product))
                .findFirst()
                .orElseThrow(() ->
                        Problem.notFound("productId: there is no such product in the basket"));
    }

    private static String shortened(String words) {
        return words.length() <= SearchQuery.LONGEST_TEXT
                ? words
                : words.substring(0, SearchQuery.LONGEST_TEXT);
    }
}
