package com.truecart.app.checkout.web;

import com.truecart.app.checkout.Spending;
import com.truecart.app.checkout.SpendingLimits;
import com.truecart.app.web.MoneyView;
import com.truecart.app.web.Problem;
import com.truecart.app.web.ShopperId;
import com.truecart.app.web.TypedMoney;
import com.truecart.model.Money;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

/** What a shopper wants to spend at most in a month. */
@Controller
class SpendingController {
    private final SpendingLimits limits;

    SpendingController(SpendingLimits limits) {
        this.limits = limits;
    }

    @GetMapping("/spending-limit")
    String show(
            ShopperId shopper, @RequestParam(defaultValue = "HKD") String currency, Model model) {
        Currency known = currency(currency);
        model.addAttribute("currency", known.getCurrencyCode());
        model.addAttribute("spending", limits.of(shopper.value(), known).orElse(null));
        return "checkout/spending";
    }

    /** A blank amount lifts the limit. */
    @PostMapping("/spending-limit")
    String set(ShopperId shopper, @RequestParam String amount, @RequestParam String currency) {
        Currency known = currency(currency);
        if (amount.isBlank()) {
            limits.lift(shopper.value(), known);
        } else {
            limits.set(shopper.value(), limit(amount, known));
        }
        return "redirect:/spending-limit?currency=" + known.getCurrencyCode();
    }

    /**
     * The limit for programs.
     *
     * @param amount in major units with a point; at most what it is now: what keeps a program from
     *     spending must not be the program's to lift
     */
    record LimitRequest(@Nullable String amount, @Nullable String currency) {}

    /** How it stands; all null where there is no limit. */
    record LimitBody(
            Optional<MoneyView> limit, Optional<MoneyView> spent, Optional<MoneyView> left) {
        static LimitBody of(Optional<Spending> spending) {
            return new LimitBody(
                    spending.map(Spending::limit).map(MoneyView::of),
                    spending.map(Spending::spent).map(MoneyView::of),
                    spending.map(Spending::left).map(MoneyView::of));
        }
    }

    @GetMapping("/api/v1/spending-limit")
    @ResponseBody
    LimitBody api(ShopperId shopper, @RequestParam(defaultValue = "HKD") String currency) {
        return LimitBody.of(limits.of(shopper.value(), currency(currency)));
    }

    @PutMapping("/api/v1/spending-limit")
    @ResponseBody
    LimitBody put(ShopperId shopper, @RequestBody LimitRequest request) {
        String currency = request.currency() == null ? "HKD" : request.currency();
        String amount = request.amount() == null ? "" : request.amount();
        Currency known = currency(currency);
        boolean loosens =
                limits.of(shopper.value(), known)
                        .filter(now ->
                                amount.isBlank() || limit(amount, known).compareTo(now.limit()) > 0)
                        .isPresent();
        if (loosens) {
            throw Problem.conflict(
                    "amount: a program may set or lower the limit; raise or lift it on the page"
                            + " /spending-limit");
        }
        set(shopper, amount, currency);
        return api(shopper, currency);
    }

    private static Money limit(String amount, Currency currency) {
        return TypedMoney.of("amount", amount, currency.getCurrencyCode());
    }

    private static Currency currency(String code) {
        try {
            return Currency.getInstance(code.strip());
        } catch (IllegalArgumentException _) {
            throw Problem.badRequest("currency", "must be a currency such as HKD");
        }
    }
}
