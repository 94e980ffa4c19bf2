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
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;

/** The provider that holds the shoppers' money, loses answers too, and keeps books of its own. */
final class Till implements AutoCloseable {
    static final String ACCOUNT = "card";
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(250);
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

    /** Opens an account at it with the application. */
    void openAccount(AppProcess app, HttpClient http) throws IOException, InterruptedException {
        new AccountForm(app, http).save(ACCOUNT, "stripe", true, stripe.desk().settings());
        stripe.desk().tell(app.at("/hooks/payments/" + ACCOUNT));
    }

    /** Now and then one of the next calls goes wrong. */
    private synchronized void misbehaveNowAndThen() {
        if (random.nextInt(100) < FAULTY_PERCENT) {
            misdeeds.incrementAndGet();
            stripe.faults()
                    .inject(
                            Fault.once("stripe", "/v1/", KINDS.get(random.nextInt(KINDS.size())))
                                    .on("POST"));
        }
    }

    /** The shopper pays for an order, and does not give up. */
    void collect(Shopper shopper, UUID order) {
        misbehaveNowAndThen();
        long end = System.nanoTime() + PATIENCE.toNanos();
        String path = "/api/v1/orders/" + order + "/payment";
        while (System.nanoTime() < end) {
            Optional<JsonNode> bill = shopper.call("GET", path, "", "");
            if (bill.filter(one -> one.has("state") && !one.path("state").asString().equals("OPEN"))
                    .isPresent()) {
                return;
            }
            Optional<URI> page = bill.flatMap(Till::page);
            if (page.isPresent()) {
                pay(page.get());
            } else if (bill.filter(one -> one.path("tries").isEmpty()).isPresent()) {
                shopper.call("POST", path, "{\"account\": \"" + ACCOUNT + "\"}", "");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        throw new IllegalStateException("not paid in " + PATIENCE);
    }

    private static Optional<URI> page(JsonNode bill) {
        return Optional.of(bill.path("tries"))
                .filter(tries -> !tries.isEmpty())
                .map(tries -> tries.get(tries.size() - 1).path("goTo").asString(""))
                .filter(page -> !page.isEmpty())
                .map(URI::create);
    }

    /** The shopper pays on the provider's page; some cards are declined first. */
    private void pay(URI page) {
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
