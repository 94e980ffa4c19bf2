package com.truecart.sandbox.pay;

import com.truecart.sandbox.gateway.FormBody;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.StripeSession.Status;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The pages a shopper sees at Stripe: the card's, and the bank's for 3-D Secure. */
final class StripePage {
    private static final String PAY = "/c/pay/";
    private static final String BANK = "/c/bank/";

    private final StripeBooks books;
    private final Clock clock;

    StripePage(StripeBooks books, Clock clock) {
        this.books = books;
        this.clock = clock;
    }

    /** A page, where the request is for one. */
    Optional<Reply> answer(Request request) {
        if (request.path().startsWith(PAY)) {
            return Optional.of(card(request, request.path().substring(PAY.length())));
        }
        return request.path().startsWith(BANK)
                ? Optional.of(bank(request, request.path().substring(BANK.length())))
                : Optional.empty();
    }

    private Reply card(Request request, String id) {
        StripeSession session = books.session(id);
        if (session.status != Status.OPEN) {
            return over(session);
        }
        return request.method().equals("POST")
                ? submitted(session, FormBody.read(request.body()))
                : form(session, "", Map.of());
    }

    private Reply submitted(StripeSession session, Map<String, String> typed) {
        String number = typed.getOrDefault("number", "").replaceAll("[ -]", "");
        Optional<String> slip =
                TestCard.slip(
                        number,
                        typed.getOrDefault("expiry", ""),
                        typed.getOrDefault("cvc", ""),
                        clock.instant());
        Optional<TestCard> card = TestCard.of(number);
        if (slip.isPresent() || card.isEmpty()) {
            return form(
                    session,
                    slip.orElse("Your card was declined: only test cards work here."),
                    typed);
        }
        Optional<TestCard.Problem> problem = books.submit(session.id, card.get());
        if (problem.isPresent()) {
            return form(session, problem.get().message(), typed);
        }
        return PageFrame.goTo(
                card.get() == TestCard.THREE_D_SECURE
                        ? BANK + session.id
                        : session.field("success_url"));
    }

    private Reply bank(Request request, String id) {
        StripeSession session = books.session(id);
        if (session.status != Status.OPEN) {
            return over(session);
        }
        if (!request.method().equals("POST")) {
            return PageFrame.of(
                    200,
                    "en",
                    "Your bank: is it you?",
                    "<p>The bank of this test card asks before it pays "
                            + PageFrame.amount(session.amount, session.currency)
                            + ".</p><form method=\"post\"><button name=\"answer\" value=\"yes\">It"
                            + " is me: complete</button> <button name=\"answer\" value=\"no\">It"
                            + " is not: fail</button></form>");
        }
        boolean isRecognised =
                FormBody.read(request.body()).getOrDefault("answer", "").equals("yes");
        books.authenticate(id, isRecognised);
        return isRecognised
                ? PageFrame.goTo(session.field("success_url"))
                : form(session, "We are unable to authenticate your payment method.", Map.of());
    }

    private static Reply over(StripeSession session) {
        boolean isPaid = session.status == Status.COMPLETE;
        return PageFrame.of(
                200,
                "en",
                isPaid ? "You have paid already" : "This payment page has expired",
                back(session));
    }

    private static Reply form(StripeSession session, String problem, Map<String, String> typed) {
        StringBuilder page = new StringBuilder();
        page.append("<p>")
                .append(
                        PageFrame.text(
                                session.field("line_items[0][price_data][product_data][name]")))
                .append(": <strong>")
                .append(PageFrame.amount(session.amount, session.currency))
                .append("</strong></p>");
        if (!problem.isEmpty()) {
            page.append("<p role=\"alert\" id=\"problem\">")
                    .append(PageFrame.text(problem))
                    .append("</p>");
        }
        // to this page in full: the bank's page shows this form too
        page.append("<form method=\"post\" action=\"").append(PAY).append(session.id).append("\">");
        field(page, "number", "Card number", "cc-number", "numeric", problem, typed);
        field(page, "expiry", "Expiration date (MM/YY)", "cc-exp", "text", problem, typed);
        field(page, "cvc", "Security code (CVC)", "cc-csc", "numeric", problem, typed);
        page.append("<button>Pay ")
                .append(PageFrame.amount(session.amount, session.currency))
                .append("</button></form>")
                .append(back(session))
                .append(
                        "<h2>Test cards</h2><p>Any date to come, any three digits.</p><table>"
                                + "<thead><tr><th scope=\"col\">Number</th><th scope=\"col\">This"
                                + " card</th></tr></thead><tbody>");
        for (TestCard card : TestCard.values()) {
            page.append("<tr><td>")
                    .append(card.number())
                    .append("</td><td>")
                    .append(card.words())
                    .append("</td></tr>");
        }
        page.append("</tbody></table>");
        return PageFrame.of(200, "en", "Pay by card (test mode)", page.toString());
    }

    private static void field(
            StringBuilder page,
            String name,
            String label,
            String autocomplete,
            String inputMode,
            String problem,
            Map<String, String> typed) {
        page.append("<label for=\"")
                .append(name)
                .append("\">")
                .append(label)
                .append("</label><input id=\"")
                .append(name)
                .append("\" name=\"")
                .append(name)
                .append("\" required autocomplete=\"")
                .append(autocomplete)
                .append("\" inputmode=\"")
                .append(inputMode)
                .append("\" value=\"")
                .append(PageFrame.text(name.equals("expiry") ? typed.getOrDefault(name, "") : ""))
                .append('"');
        if (!problem.isEmpty()) {
            page.append(" aria-describedby=\"problem\"");
        }
        page.append('>');
    }

    private static String back(StripeSession session) {
        String cancel = session.field("cancel_url");
        return cancel.isEmpty()
                ? ""
                : "<p><a href=\"" + PageFrame.text(cancel) + "\">Back to the shop</a></p>";
    }
}
