package com.truecart.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.testkit.LoopbackContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The hosted page, as a shopper's browser meets it. */
class StripePageTest {
    private static final URI COME_BACK = URI.create("http://127.0.0.1:9/orders/1/paid");

    private final DeskHost<StripeDesk> host =
            DeskHost.open(
                    "stripe", 0, new Faults(), base -> new StripeDesk(base, Clock.systemUTC()));
    private final PaymentProvider provider =
            new StripeKind()
                    .open(
                            LoopbackContext.with(
                                    Map.of(
                                            StripeKind.API,
                                            host.base().toString(),
                                            StripeKind.SECRET_KEY,
                                            StripeDesk.SECRET_KEY)));
    private final HttpClient browser = HttpClient.newHttpClient();
    private final URI page = begin();

    @AfterEach
    void close() {
        host.close();
        browser.close();
    }

    @Test
    void everyFieldHasALabelAndThePageSaysWhatIsPaid() throws Exception {
        Document shown = get(page);

        assertThat(shown.select("html").attr("lang")).isEqualTo("en");
        assertThat(shown.text()).contains("Order <b>1</b>", "HKD 123.45");
        for (Element input : shown.select("input")) {
            assertThat(shown.select("label[for=" + input.id() + "]")).hasSize(1);
            assertThat(input.attr("autocomplete")).startsWith("cc-");
        }
        assertThat(shown.select("a[href=" + COME_BACK + "]")).hasSize(1);
    }

    @Test
    void aGoodCardBringsTheShopperBackAndTheMoneyIsHeld() throws Exception {
        HttpResponse<String> answer = submit(page, card("4242 4242 4242 4242"));

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains(COME_BACK.toString());
        assertThat(standing().state()).isInstanceOf(State.Held.class);
        assertThat(get(page).text()).contains("You have paid already");
    }

    @Test
    void aDeclinedCardIsSaidOnThePageAndAnotherOneCanBeTried() throws Exception {
        HttpResponse<String> answer = submit(page, card("4000000000009995"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Jsoup.parse(answer.body()).select("[role=alert]").text())
                .contains("too little money");
        assertThat(submit(page, card("4242424242424242")).statusCode()).isEqualTo(303);
    }

    @Test
    void aSlipInTheNumberOrTheDateAsksNoBank() throws Exception {
        assertThat(alert(submit(page, card("4242424242424241")))).contains("number");
        assertThat(alert(submit(page, "number=4242424242424242&expiry=01%2F20&cvc=123")))
                .contains("expiration");
        assertThat(alert(submit(page, "number=4242424242424242&expiry=12%2F60&cvc=1")))
                .contains("security code");
        assertThat(standing().state()).isEqualTo(new State.AwaitingShopper(new Step.GoTo(page)));
    }

    @Test
    void theBankAsksWhoItIsBeforeItPays() throws Exception {
        HttpResponse<String> answer = submit(page, card("4000002500003155"));
        URI bank = page.resolve(answer.headers().firstValue("Location").orElseThrow());

        assertThat(get(bank).select("button")).hasSize(2);
        assertThat(alert(submit(bank, "answer=no"))).contains("authenticate");
        assertThat(submit(page, card("4000002500003155")).statusCode()).isEqualTo(303);
        assertThat(submit(bank, "answer=yes").headers().firstValue("Location"))
                .contains(COME_BACK.toString());
        assertThat(standing().state()).isInstanceOf(State.Held.class);
    }

    private URI begin() {
        Standing begun =
                provider.begin(
                        new PaymentRequest(
                                "page-test-1",
                                Money.of(12_345, "HKD"),
                                "Order <b>1</b>",
                                COME_BACK,
                                COME_BACK,
                                Instant.now().plus(Duration.ofHours(1))));
        return ((Step.GoTo) ((State.AwaitingShopper) begun.state()).step()).page();
    }

    private Standing standing() {
        return provider.find("page-test-1").orElseThrow();
    }

    private static String card(String number) {
        return "number=" + number.replace(' ', '+') + "&expiry=12%2F60&cvc=123";
    }

    private static String alert(HttpResponse<String> answer) {
        return Jsoup.parse(answer.body()).select("[role=alert]").text();
    }

    private Document get(URI address) throws IOException, InterruptedException {
        return Jsoup.parse(send(HttpRequest.newBuilder(address)).body());
    }

    private HttpResponse<String> submit(URI address, String form)
            throws IOException, InterruptedException {
        return send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
            throws IOException, InterruptedException {
        return browser.send(
                request.timeout(Duration.ofSeconds(10)).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
