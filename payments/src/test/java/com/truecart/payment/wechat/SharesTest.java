package com.truecart.payment.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.payment.PaymentRefused;
import com.truecart.payment.PaymentRequest;
import com.truecart.payment.Refund;
import com.truecart.payment.Share;
import com.truecart.payment.Standing.State;
import com.truecart.payment.SteppedClock;
import com.truecart.sandbox.pay.BookedPayment;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.WechatDesk;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.LoopbackContext;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One payment over several merchants: whose money is where, by the books of WeChat Pay. */
class SharesTest {
    private static final URI SHOP = URI.create("http://127.0.0.1:9/paid");
    private static final int SPLITS = 40;

    private final DeskHost<WechatDesk> host = WechatCombineContractTest.desk(new SteppedClock());
    private final LoopbackContext context = LoopbackContext.with(host.desk().combineSettings());
    private final PaymentProvider provider = new WechatCombineKind().open(context);
    private final String tea = host.desk().others().get(0);
    private final String rice = host.desk().others().get(1);

    @AfterEach
    void close() {
        host.close();
    }

    @Test
    void oneCodeIsPaidAndEachMerchantHasItsOwn() {
        provider.begin(order("the-order-1", share(tea, 1, 6_001), share(rice, 2, 3_999)));

        host.desk().pay("the-order-1");

        assertThat(provider.find("the-order-1").orElseThrow().state())
                .isInstanceOf(State.Taken.class);
        assertThat(provider.find("the-order-1").orElseThrow().taken()).isEqualTo(cny(10_000));
        assertThat(taken("the-order-1", tea)).isEqualTo(6_001);
        assertThat(taken("the-order-1", rice)).isEqualTo(3_999);
    }

    @Test
    void moneyOfTwoMerchantsIsNeverPooled() {
        assertThat(pooled(UnaryOperator.identity())).isEmpty();
    }

    @Test
    void poolingIsSeenWhereItIsPlanted() {
        assertThat(
                        pooled(shares -> {
                            Share first = shares.getFirst();
                            Money all =
                                    shares.stream()
                                            .map(Share::amount)
                                            .reduce(Money::plus)
                                            .orElseThrow();
                            return List.of(
                                    new Share(
                                            first.merchant(),
                                            first.reference(),
                                            all,
                                            first.subject()));
                        }))
                .hasSize(SPLITS);
    }

    /** Of orders split at random, those of which a merchant has another sum than its share. */
    private List<String> pooled(UnaryOperator<List<Share>> bug) {
        Random random = new Random(6);
        List<String> wrong = new ArrayList<>();
        for (int at = 0; at < SPLITS; at++) {
            String reference = "split-order-" + at;
            List<Share> shares =
                    List.of(
                            share(tea, 10 + at, 1 + random.nextInt(99_999)),
                            share(rice, 1_000 + at, 1 + random.nextInt(99_999)),
                            share(WechatDesk.MERCHANT, 2_000 + at, 1 + random.nextInt(99_999)));
            provider.begin(order(reference, bug.apply(shares).toArray(Share[]::new)));
            host.desk().pay(reference);
            Map<String, BookedPayment> books = host.desk().shares(reference);
            if (!shares.stream()
                    .allMatch(share ->
                            Optional.ofNullable(books.get(share.merchant()))
                                    .filter(one -> one.taken() == share.amount().minor())
                                    .isPresent())) {
                wrong.add(reference);
            }
        }
        return wrong;
    }

    @Test
    void whatIsGivenBackOfAShareComesFromItsMerchantAlone() {
        Share ofTea = share(tea, 1, 6_000);
        Share ofRice = share(rice, 2, 4_000);
        provider.begin(order("the-order-1", ofTea, ofRice));
        host.desk().pay("the-order-1");

        provider.refund(refund("the-order-1", 1, 4_000, Optional.of(ofRice)));

        assertThat(part("the-order-1", rice).refunded()).isEqualTo(4_000);
        assertThat(part("the-order-1", tea).refunded()).isZero();
        assertThatThrownBy(() -> provider.refund(refund("the-order-1", 2, 1, Optional.of(ofRice))))
                .isInstanceOf(PaymentRefused.class);
        assertThat(provider.find("the-order-1").orElseThrow().state())
                .isInstanceOf(State.Taken.class);
    }

    @Test
    void whoseShareIsGivenBackMustBeSaidAndBeOfThisPayment() {
        Share ofTea = share(tea, 1, 6_000);
        provider.begin(order("the-order-1", ofTea, share(rice, 2, 4_000)));
        provider.begin(order("the-order-2", share(rice, 3, 4_000)));
        host.desk().pay("the-order-1");
        host.desk().pay("the-order-2");

        assertThatThrownBy(() -> provider.refund(refund("the-order-1", 1, 100, Optional.empty())))
                .isInstanceOf(PaymentRefused.class);
        assertThatThrownBy(() -> provider.refund(refund("the-order-2", 2, 100, Optional.of(ofTea))))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("no share of the-order-2");
        assertThat(host.desk().books()).allMatch(one -> one.refunded() == 0);
    }

    @Test
    void aMerchantWhoseKeyWeDoNotHaveIsRefusedBeforeAnythingIsSent() {
        assertThatThrownBy(() ->
                        provider.begin(
                                order("the-order-1", share(tea, 1, 100), share("1999", 2, 100))))
                .isInstanceOf(PaymentRefused.class)
                .hasMessageContaining("1999");
        assertThat(context.answers()).isZero();
    }

    @Test
    void aPartIsOfOneOrderOnly() {
        provider.begin(order("the-order-1", share(tea, 1, 100), share(rice, 2, 100)));

        assertThatThrownBy(() ->
                        provider.begin(
                                order("the-order-2", share(tea, 1, 100), share(rice, 3, 100))))
                .isInstanceOf(UpstreamException.Refused.class);
        assertThat(host.desk().books()).hasSize(1);
    }

    @Test
    void allPartsAreClosedTogether() {
        provider.begin(order("the-order-1", share(tea, 1, 100), share(rice, 2, 100)));

        assertThat(provider.release("the-order-1").state()).isInstanceOf(State.Closed.class);

        assertThat(host.desk().shares("the-order-1").values())
                .allMatch(part -> part.state().equals("CLOSED"));
        assertThatThrownBy(() -> host.desk().pay("the-order-1"))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void sharesThatDoNotComeToTheAmountAreNoRequest() {
        assertThatThrownBy(() ->
                        new PaymentRequest(
                                "the-order-1",
                                cny(201),
                                "two shops",
                                SHOP,
                                SHOP,
                                Instant.now().plus(Duration.ofHours(1)),
                                List.of(share(tea, 1, 100), share(rice, 2, 100))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shares");
    }

    @Test
    void aMerchantThatIsNotStatedInFullIsCountedAndNotShown() {
        for (String lines : List.of("1900000002 s3cret", "; 1900000002 a s3cret b c")) {
            assertThatThrownBy(() ->
                            new WechatCombineKind()
                                    .open(context.and(WechatCombineKind.MERCHANTS, lines)))
                    .isInstanceOfSatisfying(
                            UpstreamException.Misconfigured.class,
                            e -> {
                                assertThat(e.setting()).isEqualTo(WechatCombineKind.MERCHANTS);
                                assertThat(e.toString()).doesNotContain("s3cret");
                            });
        }
    }

    private long taken(String reference, String merchant) {
        return part(reference, merchant).taken();
    }

    private BookedPayment part(String reference, String merchant) {
        return Objects.requireNonNull(host.desk().shares(reference).get(merchant));
    }

    private static Share share(String merchant, int number, long minor) {
        return new Share(merchant, "part-number-" + number, cny(minor), "from " + merchant);
    }

    private static PaymentRequest order(String reference, Share... shares) {
        Money all = List.of(shares).stream().map(Share::amount).reduce(Money::plus).orElseThrow();
        return new PaymentRequest(
                reference,
                all,
                "two shops",
                SHOP,
                SHOP,
                Instant.now().plus(Duration.ofHours(1)),
                List.of(shares));
    }

    private static Refund refund(String payment, int number, long minor, Optional<Share> of) {
        return new Refund(
                payment, "refund-number-" + number, cny(minor), cny(10_000), "came back", of);
    }

    private static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }
}
