package com.truecart.app.compare.web;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.compare.HandOffs;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.spi.HandOffLinks.Link;
import java.net.URI;
import java.util.Map;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Leads a shopper on to a store. A link that is paid for is first shown as what it is, with the
 * store's own page beside it; any other is simply followed.
 */
@Controller
class GoController {
    private final Catalog catalog;
    private final HandOffs handOffs;
    private final MessageSource messages;

    GoController(Catalog catalog, HandOffs handOffs, MessageSource messages) {
        this.catalog = catalog;
        this.handOffs = handOffs;
        this.messages = messages;
    }

    @GetMapping("/go/{product}/{offer}")
    ModelAndView go(
            ShopperId shopper,
            @PathVariable String product,
            @PathVariable String offer,
            @RequestParam(defaultValue = "") String quantity) {
        int units = AskedQuantity.read(quantity).units();
        ProductFacts facts =
                catalog.product(ProductController.productId(product))
                        .orElseThrow(
                                () -> Problem.notFound("There is no product " + product + "."));
        OfferFacts wanted =
                facts.offers().stream()
                        .filter(one -> Long.toString(one.id()).equals(offer))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("There is no offer " + offer + "."));
        HandOffs.Ways ways = handOffs.to(facts, wanted, units, shopper.value());
        if (ways.made().filter(Link::tracked).isPresent()) {
            return new ModelAndView(
                    "compare/go",
                    Map.of(
                            "offer",
                            wanted,
                            "quantity",
                            units,
                            "link",
                            ways.made().get().at(),
                            "page",
                            ways.page().map(URI::toString).orElse("")));
        }
        return ways.made()
                .map(Link::at)
                .or(ways::page)
                .map(GoController::onTo)
                .orElseThrow(() -> Problem.notFound(none()));
    }

    private static ModelAndView onTo(URI address) {
        RedirectView view = new RedirectView(address.toASCIIString());
        view.setStatusCode(HttpStatus.SEE_OTHER);
        view.setExpandUriTemplateVariables(false);
        view.setExposeModelAttributes(false);
        return new ModelAndView(view);
    }

    private String none() {
        return messages.getMessage(
                "compare.go.none", new Object[0], LocaleContextHolder.getLocale());
    }
}
