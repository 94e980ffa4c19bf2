package com.truecart.app.desk.web;

import com.truecart.app.desk.ExceptionDesk;
import com.truecart.app.desk.ExceptionKind;
import com.truecart.app.desk.OpenException;
import com.truecart.app.web.Problem;
import com.truecart.app.web.TypedMoney;
import com.truecart.model.Money;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What waits for a person: the queue, the facts, the decisions. Open to whoever reaches this
 * machine, as the connections are, as long as there are no accounts; so whoever decides says who
 * they are.
 */
@Controller
class ExceptionController {
    private static final int AT_ONCE = 25;
    private static final int MOST_MINUTES = 100_000;

    private final ExceptionDesk desk;
    private final Clock clock;

    ExceptionController(ExceptionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @GetMapping("/desk/exceptions")
    String queue(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "false") boolean decided,
            Model model) {
        model.addAttribute("page", page(desk, after, AT_ONCE));
        model.addAttribute("first", after.isEmpty());
        model.addAttribute("decided", decided);
        return "desk/queue";
    }

    @GetMapping("/desk/exceptions/one")
    String show(@RequestParam ExceptionKind kind, @RequestParam String item, Model model) {
        ExceptionDesk.Facts facts = desk.facts(find(desk, kind, item));
        Instant now = clock.instant();
        model.addAttribute("facts", facts);
        model.addAttribute("one", facts.exception());
        model.addAttribute("at", facts.atStore().orElse(null));
        model.addAttribute(
                "tellsNow",
                facts.atStore()
                        .flatMap(ExceptionDesk.AtStore::tellsFrom)
                        .filter(from -> !from.isAfter(now))
                        .isPresent());
        return "desk/exception";
    }

    /**
     * @param minutesAgo how long ago the store was asked
     */
    @PostMapping("/desk/exceptions/one")
    String decide(
            @RequestParam ExceptionKind kind,
            @RequestParam String item,
            @ModelAttribute DecisionForm form,
            @RequestParam(defaultValue = "") String charged,
            @RequestParam(defaultValue = "") String minutesAgo) {
        OpenException one = find(desk, kind, item);
        Optional<Money> money =
                charged.isBlank()
                        ? Optional.empty()
                        : one.amount()
                                .map(amount ->
                                        TypedMoney.of(
                                                "charged",
                                                charged,
                                                amount.currency().getCurrencyCode()));
        Instant now = clock.instant();
        Optional<Instant> askedAt =
                minutesAgo.isBlank()
                        ? Optional.empty()
                        : Optional.of(now.minus(Duration.ofMinutes(minutes(minutesAgo))));
        DecisionForm.refused(desk.decide(one, form.what(money, askedAt, now), form.who()))
                .ifPresent(problem -> {
                    throw problem;
                });
        return "redirect:/desk/exceptions?decided=true";
    }

    private static int minutes(String text) {
        int value = text.strip().matches("\\d{1,6}") ? Integer.parseInt(text.strip()) : -1;
        if (value < 0 || value > MOST_MINUTES) {
            throw Problem.badRequest(
                    "minutesAgo", "must be a whole number from 0 to " + MOST_MINUTES);
        }
        return value;
    }

    static ExceptionDesk.Page page(ExceptionDesk desk, String after, int atMost) {
        try {
            return desk.page(Optional.of(after).filter(text -> !text.isEmpty()), atMost);
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest("after", "must be what the page before gave as next");
        }
    }

    static OpenException find(ExceptionDesk desk, ExceptionKind kind, String item) {
        return desk.find(kind, item)
                .orElseThrow(() -> Problem.notFound("item: nothing of this kind is open there"));
    }
}
