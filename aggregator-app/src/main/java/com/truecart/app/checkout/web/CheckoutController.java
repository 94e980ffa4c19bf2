package com.truecart.app.checkout.web;

import com.truecart.app.basket.ProposedPlan;
import com.truecart.app.basket.WishForm;
import com.truecart.app.checkout.Checkout;
import com.truecart.app.checkout.CheckoutId;
import com.truecart.app.checkout.Checkouts;
import com.truecart.app.checkout.Checkouts.Outcome;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.pricing.plan.PurchasePlan.Strategy;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The way through the till: who receives it, what the stores ask, yes or no. */
@Controller
class CheckoutController {
    private final Checkouts checkouts;

    CheckoutController(Checkouts checkouts) {
        this.checkouts = checkouts;
    }

    @GetMapping("/checkout")
    String recipient(
            ShopperId shopper,
            @RequestParam Strategy strategy,
            @ModelAttribute("wishes") WishForm wishes,
            Model model) {
        RecipientForm known =
                checkouts
                        .latestRecipient(shopper.value())
                        .map(RecipientForm::of)
                        .orElseGet(RecipientForm::empty);
        return form(shopper, strategy, wishes, known, false, ShortagePolicy.USUAL, Map.of(), model);
    }

    @PostMapping("/checkout")
    String quote(
            ShopperId shopper,
            @RequestParam Strategy strategy,
            @ModelAttribute("wishes") WishForm wishes,
            @ModelAttribute RecipientForm form,
            @RequestParam(defaultValue = "false") boolean payTruecart,
            @RequestParam(required = false) @Nullable String shortage,
            @RequestParam(required = false) @Nullable Integer days,
            @RequestParam(required = false) @Nullable Integer percent,
            HttpServletResponse response,
            Model model) {
        ShortagePolicy policy = new ShortageForm(shortage, days, percent).policy("");
        Map<String, String> errors = form.errors();
        if (!errors.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return form(shopper, strategy, wishes, form, payTruecart, policy, errors, model);
        }
        return checkouts
                .start(
                        shopper.value(),
                        wishes.choice(strategy),
                        form.recipient(),
                        payTruecart,
                        policy)
                .map(checkout -> "redirect:/checkout/" + checkout.id())
                .orElse("redirect:/basket");
    }

    @GetMapping("/checkout/{id}")
    String consent(ShopperId shopper, @PathVariable UUID id, Model model) {
        Checkout checkout = find(shopper, id);
        return checkouts
                .orderOf(checkout)
                .map(order -> "redirect:/orders/" + order)
                .orElseGet(() -> consent(checkout, model));
    }

    @PostMapping("/checkout/{id}/confirm")
    String confirm(
            ShopperId shopper,
            @PathVariable UUID id,
            @RequestParam String agreed,
            HttpServletResponse response,
            Model model) {
        return switch (checkouts.confirm(find(shopper, id), agreed)) {
            case Outcome.Ordered ordered ->
                    "redirect:/orders/"
                            + ordered.order()
                            + (checkouts.awaitsPayment(ordered.order()) ? "/pay" : "");
            case Outcome.AskAgain again -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("before", again.before());
                yield consent(again.now(), model);
            }
            case Outcome.BasketChanged changed -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("basketChanged", true);
                yield consent(changed.now(), model);
            }
            case Outcome.PassesLimit passed -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                model.addAttribute("passed", passed.spending());
                yield consent(passed.now(), model);
            }
            case Outcome.NothingLeft left -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                yield consent(left.now(), model);
            }
        };
    }

    private String form(
            ShopperId shopper,
            Strategy strategy,
            WishForm wishes,
            RecipientForm form,
            boolean payTruecart,
            ShortagePolicy shortage,
            Map<String, String> errors,
            Model model) {
        Optional<ProposedPlan> plan = checkouts.plan(shopper.value(), wishes.choice(strategy));
        if (plan.isEmpty()) {
            return "redirect:/basket";
        }
        model.addAttribute("plan", plan.get());
        model.addAttribute("strategy", strategy);
        model.addAttribute("wishes", wishes);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute("payTruecart", payTruecart);
        model.addAttribute("shortage", shortage);
        model.addAttribute("offersToPayTruecart", checkouts.offersToPayTruecart(plan.get()));
        return "checkout/recipient";
    }

    private static String consent(Checkout checkout, Model model) {
        model.addAttribute("checkout", checkout);
        model.addAttribute("proposal", checkout.proposal());
        return "checkout/consent";
    }

    private Checkout find(ShopperId shopper, UUID id) {
        return checkouts
                .find(new CheckoutId(id), shopper.value())
                .orElseThrow(() ->
                        Problem.notFound("there is no such checkout; begin again at the basket"));
    }
}
