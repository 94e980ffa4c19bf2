package com.truecart.chaos;

import com.truecart.chaos.Errand.Way;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.AlipayDesk;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.PaymentDesk;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.TestCard;
import com.truecart.sandbox.pay.WechatDesk;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The three providers, and what shoppers do there. */
final class Counters implements AutoCloseable {
    private static final Duration LONG_AGO = Duration.ofMinutes(10);

    private final DeskHost<CountedDesk<StripeDesk>> stripe = open("stripe", StripeDesk::new);
    private final DeskHost<CountedDesk<WechatDesk>> wechat = open("wechat", WechatDesk::new);
    private final DeskHost<CountedDesk<AlipayDesk>> alipay = open("alipay", AlipayDesk::new);

    private interface Opening<D> {
        D at(URI base, Clock clock);
    }

    private static <D extends PaymentDesk> DeskHost<CountedDesk<D>> open(
            String id, Opening<D> opening) {
        Function<URI, CountedDesk<D>> counted =
                base -> new CountedDesk<>(opening.at(base, Clock.systemUTC()));
        return DeskHost.open(id, 0, new Faults(), counted);
    }

    private List<DeskHost<? extends CountedDesk<?>>> all() {
        return List.of(stripe, wechat, alipay);
    }

    /** Opens two accounts at each: one to pay at, and another merchant's. */
    void openAccounts(AppProcess app, HttpClient http, URI publicAddress)
            throws IOException, InterruptedException {
        AccountForm form = new AccountForm(app, http);
        for (DeskHost<? extends CountedDesk<?>> host : all()) {
            String kind = host.desk().id();
            String account = account(kind);
            form.save(account, kind, true, host.desk().settings());
            Map<String, String> others = new HashMap<>(host.desk().settings());
            // of another merchant, with whatever is the provider's own
            others.replace("webhook_secret", "whsec_of_another_account");
            others.replace("mchid", "1900000002");
            others.replace("app_id", "2021000100000002");
            form.save(account + "-b", kind, false, others);
        }
        stripe.desk().desk().tell(URI.create(publicAddress + "/hooks/payments/card"));
    }

    private static String account(String kind) {
        return kind.equals("stripe") ? Way.CARD.account() : kind;
    }

    /** From now on each notice comes first with a signature that is too old. */
    void alsoSendOldOnes() {
        all().forEach(host -> host.desk().notices().alsoAsOf(LONG_AGO));
    }

    /** Whether everybody was told everything. */
    boolean haveToldAll() {
        return all().stream().allMatch(host -> host.desk().notices().waiting() == 0);
    }

    /** How often all were asked where something stands. */
    int lookUps() {
        return all().stream().mapToInt(host -> host.desk().lookUps().get()).sum();
    }

    /**
     * The shopper came, and has not paid.
     *
     * @param place the page to go to, or what is to be scanned
     */
    void come(Way way, URI place) {
        if (way == Way.ALIPAY) {
            alipay.desk().desk().scan(name(place));
        }
    }

    /** The card is declined. */
    void tryABadCard(Way way, URI place) {
        if (way == Way.CARD) {
            stripe.desk().desk().submit(name(place), TestCard.DECLINED);
        }
    }

    /** The shopper pays. */
    void pay(Way way, URI place) {
        switch (way) {
            case CARD -> stripe.desk().desk().submit(name(place), TestCard.FINE);
            case WECHAT -> wechat.desk().desk().pay(name(place));
            case ALIPAY -> alipay.desk().desk().pay(name(place));
        }
    }

    private static String name(URI place) {
        return place.getPath().substring(place.getPath().lastIndexOf('/') + 1);
    }

    @Override
    public void close() {
        all().forEach(DeskHost::close);
    }
}
