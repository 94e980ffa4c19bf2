package com.truecart.chaos;

import com.truecart.sandbox.fault.Fault;
import com.truecart.sandbox.fault.FaultKind;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.BookedPayment;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.TestCard;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The provider that holds the shoppers' money, loses answers too, and keeps books of its own. */
final class Till implements AutoCloseable {
    static final String ACCOUNT = "card";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");
    private static final int FAULTY_PERCENT = 20;
    private static final int DECLINED_PERCENT = 5;
    private static final List<FaultKind> KINDS =
            List.of(
                    FaultKind.DROP_AFTER_WORK,
                    FaultKind.DROP_BEFORE_WORK,
                    FaultKind.SERVER_ERROR_AFTER_WORK,
                    FaultKind.MALFORMED);

    private final Random random;
    private final Set<String> paid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger misdeeds = new AtomicInteger();
    private final DeskHost<StripeDesk> stripe;

    Till(long seed) {
        random = new Random(seed);
        stripe =
                DeskHost.open(
                        "stripe", 0, new Faults(), base -> new StripeDesk(base, Clock.systemUTC()));
    }

    /** Opens an account at it with the application, by the form an operator fills in. */
    void openAccount(AppProcess app, HttpClient http) throws IOException, InterruptedException {
        HttpResponse<String> form =
                http.send(
                        HttpRequest.newBuilder(app.at("/payment-accounts/new?kind=stripe")).build(),
                        BodyHandlers.ofString());
        Matcher token = TOKEN.matcher(form.body());
        if (!token.find()) {
            throw new IllegalStateException("no form for an account: " + form.statusCode());
        }
        String cookies =
                form.headers().allValues("Set-Cookie").stream()
                        .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                        .collect(Collectors.joining("; "));
        Map<String, String> fields =
                Map.of(
                        "_csrf",
                        token.group(1),
                        "kind",
                        "stripe",
                        "new",
                        "yes",
                        "id",
                        ACCOUNT,
                        "name",
                        "Card",
                        "enabled",
                        "yes",
                        "setting.api",
                        stripe.base().toString(),
                        "setting.secret_key",
                        StripeDesk.SECRET_KEY,
                        "setting.webhook_secret",
                        StripeDesk.WEBHOOK_SECRET);
        HttpResponse<String> saved =
                http.send(
                        HttpRequest.newBuilder(app.at("/payment-accounts"))
                                .header("Cookie", cookies)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(
                                        BodyPublishers.ofString(
                                                fields.entrySet().stream()
                                                        .map(field ->
                                                                field.getKey()
                                                                        + "="
                                                                        + encoded(field.getValue()))
                                                        .collect(Collectors.joining("&"))))
                                .build(),
                        BodyHandlers.ofString());
        if (saved.statusCode() != 302) {
            throw new IllegalStateException("the account was not saved: " + saved.body());
        }
        stripe.desk().tell(app.at("/hooks/payments/" + ACCOUNT));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Now and then one of the next calls goes wrong. */
    synchronized void misbehaveNowAndThen() {
        if (random.nextInt(100) < FAULTY_PERCENT) {
            misdeeds.incrementAndGet();
            stripe.faults()
                    .inject(
                            Fault.once("stripe", "/v1/", KINDS.get(random.nextInt(KINDS.size())))
                                    .on("POST"));
        }
    }

    /** The shopper pays on the provider's page; some cards are declined first. */
    void pay(URI page) {
        String path = page.getPath();
        String session = path.substring(path.lastIndexOf('/') + 1);
        if (!paid.add(session)) {
            // the application has not looked yet
            return;
        }
        if (isUnlucky()) {
            stripe.desk().submit(session, TestCard.DECLINED);
        }
        stripe.desk().submit(session, TestCard.FINE);
    }

    private synchronized boolean isUnlucky() {
        return random.nextInt(100) < DECLINED_PERCENT;
    }

    /** From now on it does what it is asked. */
    void becomeFair() {
        stripe.faults().clear();
    }

    int misdeeds() {
        return misdeeds.get() - stripe.faults().waiting().size();
    }

    List<BookedPayment> books() {
        return stripe.desk().books();
    }

    @Override
    public void close() {
        stripe.close();
    }
}
