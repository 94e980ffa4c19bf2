package com.truecart.app.desk.web;

import com.truecart.app.desk.ExceptionDesk;
import com.truecart.app.desk.ExceptionKind;
import com.truecart.app.desk.OpenException;
import com.truecart.app.desk.web.ExceptionBodies.FactsBody;
import com.truecart.app.desk.web.ExceptionBodies.ItemBody;
import com.truecart.app.desk.web.ExceptionBodies.QueueBody;
import com.truecart.app.web.Problem;
import com.truecart.model.Money;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What waits for a person, for programs. */
@RestController
class ExceptionApi {
    private static final int MOST = 100;

    private final ExceptionDesk desk;
    private final Clock clock;

    ExceptionApi(ExceptionDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * A decision.
     *
     * @param charged in minor units: what the store charges in all, where it has the order
     * @param askedAt when the store was asked, where it has none
     */
    record DecisionBody(
            @Nullable ExceptionKind kind,
            @Nullable String item,
            DecisionForm.@Nullable What decision,
            @Nullable String by,
            @Nullable String why,
            @Nullable String number,
            @Nullable Long charged,
            @Nullable Instant askedAt) {}

    @GetMapping("/api/v1/desk/exceptions")
    QueueBody queue(
            @RequestParam(defaultValue = "") String after,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Problem.badRequest("limit", "must be from 1 to " + MOST);
        }
        ExceptionDesk.Page page = ExceptionController.page(desk, after, limit);
        return new QueueBody(
                page.items().stream().map(one -> ItemBody.of(one, desk.redaction(one))).toList(),
                page.next());
    }

    @GetMapping("/api/v1/desk/exceptions/one")
    FactsBody show(@RequestParam ExceptionKind kind, @RequestParam String item) {
        OpenException one = ExceptionController.find(desk, kind, item);
        return FactsBody.of(desk.facts(one), desk.redaction(one));
    }

    @PostMapping("/api/v1/desk/exceptions/decisions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void decide(@RequestBody DecisionBody body) {
        if (body.kind() == null || body.item() == null) {
            throw Problem.badRequest("kind, item", "must be those of an open exception");
        }
        OpenException one = ExceptionController.find(desk, body.kind(), body.item());
        DecisionForm form = new DecisionForm(body.decision(), body.by(), body.why(), body.number());
        Optional<Money> charged =
                Optional.ofNullable(body.charged())
                        .flatMap(minor ->
                                one.amount().map(amount -> new Money(minor, amount.currency())));
        DecisionForm.refused(
                        desk.decide(
                                one,
                                form.what(
                                        charged,
                                        Optional.ofNullable(body.askedAt()),
                                        clock.instant()),
                                form.who()))
                .ifPresent(problem -> {
                    throw problem;
                });
    }
}
