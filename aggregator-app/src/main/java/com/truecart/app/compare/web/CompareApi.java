package com.truecart.app.compare.web;

import com.truecart.app.compare.Comparison;
import com.truecart.app.compare.ProductOverviews;
import com.truecart.app.compare.ProductSearch;
import com.truecart.app.compare.SearchForm;
import com.truecart.app.web.Problem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.util.List;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search, products and comparison for programs. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Products", description = "Find products and compare what they cost at each store.")
class CompareApi {

    private static final int LONGEST_HISTORY = 366;

    private final ProductSearch search;
    private final ProductOverviews overviews;
    private final Wording wording;

    CompareApi(ProductSearch search, ProductOverviews overviews, Wording wording) {
        this.search = search;
        this.overviews = overviews;
        this.wording = wording;
    }

    @GetMapping("/search")
    @Operation(
            summary = "Search products",
            description =
                    "Prices are for one unit and anyone, now. min and max are in HKD before"
                            + " delivery; store, brand and category may be repeated. Some prices"
                            + " that are stale are asked for anew within a short deadline; asked"
                            + " says what became of that.")
    @Parameter(name = "q", description = "Words in English or Chinese, a brand, a model number")
    @Parameter(name = "min", description = "Lowest price, such as 12.90")
    @Parameter(name = "max", description = "Highest price")
    @Parameter(name = "store", description = "connection/seller, as the store facet gives it")
    @Parameter(name = "brand", description = "A value of the brand facet")
    @Parameter(name = "category", description = "A value of the category facet")
    @Parameter(name = "inStock", description = "Present: only offers in stock")
    @Parameter(name = "promotion", description = "Present: only offers with a promotion")
    @Parameter(name = "sort", description = "relevance, price, discount or sales_rank")
    @Parameter(name = "page", description = "From 1")
    @Parameter(
            name = "after",
            description = "Instead of a page: the next of the page before; deep pages cost no more")
    @Parameter(
            name = "explain",
            description = "true: why each product stands where it does, part by part")
    ApiViews.Found search(
            @Parameter(hidden = true) @RequestParam MultiValueMap<String, String> parameters) {
        return ApiViews.Found.of(search.find(SearchForm.read(parameters)), wording);
    }

    @GetMapping("/suggestions")
    @Operation(
            summary = "Complete what somebody is typing",
            description = "Brands and categories with a word that begins so, then products.")
    List<ApiViews.Suggested> suggestions(
            @Parameter(description = "What has been typed so far") @RequestParam String q) {
        return search.complete(q).stream().map(ApiViews.Suggested::of).toList();
    }

    @GetMapping("/products/{id}")
    @Operation(
            summary = "A product with every offer and every step of its price",
            description =
                    "Offers are priced and ranked for the quantity asked, by what anyone pays now"
                            + " with delivery; lower prices that need something stand apart in"
                            + " waysToPayLess and never decide a place.")
    ApiViews.Product product(
            @PathVariable String id,
            @Parameter(description = "How many units, 1 to 999; 1 where absent")
                    @RequestParam(defaultValue = "")
                    String quantity) {
        AskedQuantity asked = AskedQuantity.read(quantity);
        if (!asked.isUsable()) {
            throw asked.refusal();
        }
        return overviews
                .of(ProductController.productId(id), asked.units())
                .map(overview -> ApiViews.Product.of(overview, wording))
                .orElseThrow(() -> unknown(id));
    }

    @GetMapping("/products/{id}/history")
    @Operation(summary = "What stores asked for a product, before promotions")
    ApiViews.History history(
            @PathVariable String id,
            @Parameter(description = "How many days back, 1 to 366")
                    @RequestParam(defaultValue = "90")
                    int days) {
        if (days < 1 || days > LONGEST_HISTORY) {
            throw Problem.badRequest("days", "must be in 1.." + LONGEST_HISTORY + ", is " + days);
        }
        return overviews
                .observations(ProductController.productId(id), Duration.ofDays(days))
                .map(ApiViews.History::of)
                .orElseThrow(() -> unknown(id));
    }

    @GetMapping("/compare")
    @Operation(summary = "Two to six products side by side")
    ApiViews.Compared compare(@RequestParam List<String> ids) {
        if (ids.size() > ProductController.MOST) {
            throw Problem.badRequest("ids", "must be at most " + ProductController.MOST);
        }
        Comparison comparison =
                overviews.compare(
                        ids.stream().distinct().map(ProductController::productId).toList());
        return new ApiViews.Compared(
                comparison.candidates().stream()
                        .map(one -> ApiViews.Summary.of(one.card(), wording))
                        .toList(),
                comparison.candidates().stream()
                        .map(one ->
                                new ApiViews.ComparedLow(
                                        one.card().product().id().toString(),
                                        one.lowest().map(ApiViews.Low::of)))
                        .toList());
    }

    private static RuntimeException unknown(String id) {
        return Problem.notFound("There is no product " + id + ".");
    }
}
