package com.truecart.connector.ucp;

import com.truecart.connector.ucp.Calls.Answer;
import com.truecart.kit.Json;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult;
import com.truecart.spi.QuoteResult.Notice;
import com.truecart.spi.QuoteResult.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Opens a checkout session and fills it in until the business has a total for it. */
final class UcpQuote {
    /** Address, then delivery, and once more where the one changes the choice of the other. */
    private static final int MOST_UPDATES = 3;

    private final Calls calls;

    UcpQuote(Calls calls) {
        this.calls = calls;
    }

    QuoteResult quote(QuoteRequest request) {
        Capabilities both = calls.capabilities();
        if (!both.has(Capabilities.CHECKOUT)) {
            return unavailable("the shop takes no orders from others over UCP");
        }
        SessionForm form = new SessionForm(request, both);
        Answer answer = calls.createCheckout(form.create());
        for (int updates = 0; updates < MOST_UPDATES; updates++) {
            if (answer instanceof Answer.Good(Json body, _)
                    && !form.isDeliveryChosen(new Session(body))) {
                Session session = new Session(body);
                answer = calls.updateCheckout(session.id(), form.update(session));
            }
        }
        return switch (answer) {
            case Answer.Refusal refusal -> unavailable(refusal.messages(), request.lines());
            case Answer.Good(Json body, Instant at) -> quoted(new Session(body), form, request, at);
        };
    }

    private static QuoteResult quoted(
            Session session, SessionForm form, QuoteRequest request, Instant at) {
        List<Message> obstacles =
                session.errors().stream()
                        .filter(error -> !error.isForTheBuyer() || session.continueAt().isEmpty())
                        .toList();
        if (!obstacles.isEmpty()) {
            return unavailable(obstacles, request.lines());
        }
        if (!session.isReady() && !session.isForTheBuyer()) {
            return unavailable("the shop says this checkout is " + session.status());
        }
        if (!session.holds(request.lines())) {
            return unavailable("the shop changed the lines by itself");
        }
        boolean paysHere = CashOnDelivery.instrument(session).isPresent();
        if (!paysHere && session.continueAt().isEmpty()) {
            return unavailable("the shop does not take cash on delivery");
        }
        return new QuoteResult.Quoted(
                session.lines(request.lines()),
                session.discounts(),
                session.goods(),
                session.delivery(),
                session.tax(),
                session.total(),
                session.expires(),
                session.refusedCodes(form.codes()),
                session.id(),
                at,
                notices(session, request, paysHere),
                Optional.of(
                        paysHere ? PaymentMethod.CASH_ON_DELIVERY : PaymentMethod.AT_THE_STORE));
    }

    private static List<Notice> notices(Session session, QuoteRequest request, boolean paysHere) {
        List<Notice> notices = new ArrayList<>(session.notices(request.lines()));
        if (session.isForTheBuyer() || !paysHere) {
            notices.add(
                    new Notice(
                            Optional.empty(),
                            "The shop wants you to finish this order on its own page",
                            false));
        }
        return notices;
    }

    private static QuoteResult unavailable(List<Message> messages, List<OrderLine> lines) {
        List<Problem> problems =
                messages.stream()
                        .filter(Message::isError)
                        .map(message -> new Problem(message.listing(lines), message.content()))
                        .toList();
        return problems.isEmpty()
                ? unavailable("the shop refuses without a reason")
                : new QuoteResult.Unavailable(problems);
    }

    private static QuoteResult unavailable(String reason) {
        return new QuoteResult.Unavailable(List.of(new Problem(Optional.empty(), reason)));
    }
}
