package com.truecart.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.payment.PaymentKind;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AlipayPageContractTest extends AlipayContract {
    private static final HttpClient BROWSER = HttpClient.newHttpClient();

    @Override
    protected PaymentKind kind() {
        return new AlipayPageKind();
    }

    @Override
    protected void come(Standing begun) {
        if (begun.state() instanceof State.AwaitingShopper waiting
                && waiting.step() instanceof Step.GoTo page) {
            HttpResponse<String> shown = get(page.page());
            if (shown.statusCode() != 200) {
                throw new IllegalStateException(shown.body());
            }
        }
    }

    @Test
    void anAddressThatSomebodyAlteredShowsNoPage() {
        Standing begun = begin(10_000);
        URI page = ((Step.GoTo) ((State.AwaitingShopper) begun.state()).step()).page();

        HttpResponse<String> shown = get(URI.create(page.toString().replace("100.00", "1.00")));

        assertThat(shown.body()).contains("isv.invalid-signature");
        assertThat(desk().books()).isEmpty();
    }

    private static HttpResponse<String> get(URI address) {
        try {
            return BROWSER.send(
                    HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(10)).build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
