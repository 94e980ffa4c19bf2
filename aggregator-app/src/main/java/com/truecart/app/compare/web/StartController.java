package com.truecart.app.compare.web;

import com.truecart.app.compare.Figures;
import com.truecart.app.compare.ProductCard;
import com.truecart.app.compare.ProductSearch;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The start. */
@Controller
class StartController {

    private static final int DISCOUNTS = 8;

    private final Figures.Source figures;
    private final ProductSearch search;

    StartController(Figures.Source figures, ProductSearch search) {
        this.figures = figures;
        this.search = search;
    }

    @GetMapping("/")
    String start(Model model) {
        Figures now = figures.now();
        List<ProductCard> discounts =
                now.products() == 0 ? List.of() : search.largestDiscounts(DISCOUNTS);
        model.addAttribute("figures", now);
        model.addAttribute("discounts", discounts);
        return "compare/start";
    }
}
