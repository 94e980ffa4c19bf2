package com.truecart.app.compare.web;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.compare.Comparison;
import com.truecart.app.compare.ProductOverview;
import com.truecart.app.compare.ProductOverviews;
import com.truecart.app.web.Format;
import com.truecart.app.web.Problem;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One product, and a few side by side. */
@Controller
class ProductController {

    static final int MOST = 6;

    private final ProductOverviews overviews;
    private final Format format;

    ProductController(ProductOverviews overviews, Format format) {
        this.overviews = overviews;
        this.format = format;
    }

    @GetMapping("/products/{id}")
    String product(@PathVariable String id, Model model) {
        ProductOverview overview =
                overviews
                        .of(productId(id))
                        .orElseThrow(() -> Problem.notFound("There is no product " + id + "."));
        model.addAttribute("overview", overview);
        model.addAttribute("title", format.text(overview.product().title()));
        return "compare/product";
    }

    @GetMapping("/compare")
    String compare(
            @RequestParam(defaultValue = "") List<String> ids,
            @RequestParam(defaultValue = "") String only,
            Model model) {
        Comparison comparison =
                overviews.compare(
                        ids.stream()
                                .distinct()
                                .limit(MOST)
                                .map(ProductController::productId)
                                .toList());
        model.addAttribute("comparison", comparison);
        model.addAttribute("onlyDifferences", only.equals("differences"));
        model.addAttribute(
                "ids",
                String.join(
                        ",",
                        comparison.candidates().stream()
                                .map(one -> one.card().product().id().toString())
                                .toList()));
        return "compare/compare";
    }

    /** An address that is no id names nothing, which is not the visitor's mistake to correct. */
    static ProductId productId(String text) {
        try {
            return ProductId.parse(text);
        } catch (IllegalArgumentException _) {
            throw Problem.notFound("There is no product " + text + ".");
        }
    }
}
