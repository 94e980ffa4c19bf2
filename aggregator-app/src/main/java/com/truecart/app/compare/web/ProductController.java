package com.truecart.app.compare.web;

import com.truecart.app.catalog.ProductId;
import com.truecart.app.compare.Comparison;
import com.truecart.app.compare.ProductOverview;
import com.truecart.app.compare.ProductOverviews;
import com.truecart.app.web.Format;
import com.truecart.app.web.Problem;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
    ModelAndView product(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String quantity,
            Model model) {
        AskedQuantity asked = AskedQuantity.read(quantity);
        ProductOverview overview =
                overviews
                        .of(productId(id), asked.units())
                        .orElseThrow(() -> Problem.notFound("There is no product " + id + "."));
        model.addAttribute("overview", overview);
        model.addAttribute("title", format.text(overview.product().title()));
        model.addAttribute("asked", asked);
        return new ModelAndView(
                "compare/product",
                model.asMap(),
                asked.isUsable() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
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
