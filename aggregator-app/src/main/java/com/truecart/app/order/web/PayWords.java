package com.truecart.app.order.web;

import com.truecart.app.payment.Bill;
import com.truecart.app.payment.Payment;
import com.truecart.app.payment.PaymentAccount;
import com.truecart.app.payment.PaymentState;
import com.truecart.app.payment.PaymentState.AwaitingShopper;
import com.truecart.app.payment.PaymentView;
import com.truecart.app.payment.Payments;
import com.truecart.app.web.Format;
import com.truecart.payment.Standing.Decline;
import com.truecart.payment.Standing.Step;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says in the reader's language how a payment stands; templates call it as {@code @payWords}. */
@Component
public class PayWords {
    private final MessageSource messages;
    private final Format format;
    private final Payments payments;

    PayWords(MessageSource messages, Format format, Payments payments) {
        this.messages = messages;
        this.format = format;
        this.payments = payments;
    }

    /** What to show of the latest try: one word, for the page to choose by. */
    public String stage(PaymentView view) {
        return view.isEnding() ? "ending" : view.latest().map(PayWords::stage).orElse("none");
    }

    static String stage(Payment payment) {
        return switch (payment.state()) {
            case PaymentState.Beginning _ -> payment.failures() > 0 ? "unreached" : "beginning";
            case AwaitingShopper(Step step, var _) ->
                    switch (step) {
                        case Step.Scan _ -> "scan";
                        case Step.GoTo _ -> "go";
                        case Step.AsBegun _ -> "processing";
                    };
            case PaymentState.Processing _, PaymentState.Held _, PaymentState.Taken _ ->
                    "processing";
            case PaymentState.Declined _ -> "declined";
            case PaymentState.Closed _ -> "closed";
            case PaymentState.Refused _ -> "refused";
        };
    }

    /** Where the shopper goes; only an address of the web is made a link. */
    public Optional<URI> page(PaymentView view) {
        return view.latest()
                .map(Payment::state)
                .flatMap(state ->
                        state instanceof AwaitingShopper(Step.GoTo(URI page), var _)
                                ? Optional.of(page)
                                : Optional.empty())
                .filter(page ->
                        "https".equals(page.getScheme()) || "http".equals(page.getScheme()));
    }

    /** Why it was declined, and what to do about it; empty where it was not. */
    public Optional<String> declined(PaymentView view) {
        return view.latest()
                .flatMap(PayWords::decline)
                .map(decline ->
                        say("payment.reason." + decline.reason().name().toLowerCase(Locale.ROOT)));
    }

    static Optional<Decline> decline(Payment payment) {
        return switch (payment.state()) {
            case PaymentState.Declined(Decline decline) -> Optional.of(decline);
            case AwaitingShopper waiting -> waiting.lastDecline();
            case PaymentState.Beginning _,
                    PaymentState.Processing _,
                    PaymentState.Held _,
                    PaymentState.Taken _,
                    PaymentState.Closed _,
                    PaymentState.Refused _ ->
                    Optional.empty();
        };
    }

    /** The way a try was made, as the shopper knows it. */
    public String way(Payment payment) {
        return payments.account(payment.account())
                .map(PaymentAccount::name)
                .map(format::text)
                .orElse(payment.account());
    }

    /** The way of the latest try. */
    public String way(PaymentView view) {
        return view.latest().map(this::way).orElse("");
    }

    /** How the bill stands, a sentence for each thing that is to be said. */
    public List<String> said(PaymentView view) {
        Bill bill = view.bill();
        List<String> said = new ArrayList<>();
        switch (bill.state()) {
            case OPEN ->
                    said.add(
                            view.isEnding()
                                    ? say("payment.ending", way(view))
                                    : say(
                                            "payment.open",
                                            format.money(bill.amount()),
                                            format.dateTime(bill.until())));
            case LAPSED -> said.add(say("payment.lapsed"));
            case PAID -> view.paying().ifPresent(one -> said.add(say("payment.by", way(one))));
        }
        if (view.held().isPositive()) {
            said.add(say("payment.held", format.money(view.held())));
        }
        if (view.taken().isPositive()) {
            said.add(say("payment.taken", format.money(view.taken())));
        }
        if (view.capturedEarly()) {
            said.add(say("payment.early"));
        }
        if (view.refunded().isPositive()) {
            said.add(say("payment.refunded", format.money(view.refunded())));
        }
        if (bill.state() == Bill.State.PAID && view.held().isZero() && view.taken().isZero()) {
            said.add(say("payment.released"));
        }
        return said;
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
