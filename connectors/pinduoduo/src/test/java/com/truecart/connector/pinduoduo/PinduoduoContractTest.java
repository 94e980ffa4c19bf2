package com.truecart.connector.pinduoduo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.PinduoduoPlatform;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.KeyStability;
import com.truecart.spi.OrderLine;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import com.truecart.testkit.Pulled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a stand-in of Pinduoduo's gateway that checks what it checks. */
class PinduoduoContractTest extends ConnectorContract {
    private static final Account ACCOUNT = new Account("pdd-client", "pdd-secret");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final List<String> WORDS = List.of("食品", "書籍");

    private static GatewayHost<PinduoduoPlatform> gateway;

    @BeforeAll
    static void open() {
        gateway =
                new GatewayHost<>(
                        "pinduoduo", new PinduoduoPlatform(ASSORTMENT, ACCOUNT, Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new PinduoduoProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "client_id",
                        ACCOUNT.appKey(),
                        "client_secret",
                        ACCOUNT.secret(),
                        "pid",
                        "1_2",
                        "uid",
                        "user-7",
                        "queries",
                        String.join(",", WORDS),
                        "gateway",
                        gateway.base() + "/api/router"));
    }

    private static Stream<Goods> goods() {
        return WORDS.stream().flatMap(word -> ASSORTMENT.found(word).stream());
    }

    private static Stream<Goods> priced() {
        return goods().filter(one -> one.price() > 0);
    }

    @Override
    protected int listings() {
        return (int) priced().count();
    }

    @Override
    protected int unusable() {
        return (int) (goods().count() - priced().count());
    }

    @Override
    protected int promotions() {
        return priced().mapToInt(one ->
                        (one.voucher().isPresent() ? 1 : 0) + (one.sale().isPresent() ? 1 : 0))
                .sum();
    }

    @Override
    protected Map<String, Money> somePrices() {
        Map<String, Money> prices = new HashMap<>();
        for (String word : WORDS) {
            ASSORTMENT.found(word).stream()
                    .filter(one -> one.price() > 0)
                    .forEach(one ->
                            prices.put(
                                    gateway.platform().signOf(one, word),
                                    Money.of(one.price(), "CNY")));
        }
        return prices;
    }

    @Test
    void theTestsGoodsHaveEveryPeculiarity() {
        assertThat(unusable()).isPositive();
        assertThat(promotions()).isGreaterThan(100);
        assertThat(listings()).isGreaterThan(200);
    }

    @Test
    void oneProductFoundByTwoSearchesHasTwoKeysSoNoneIsTrusted() {
        LoopbackContext both = context().and("queries", "紙品,家居");
        try (var connector = open(both)) {
            assertThat(connector.keyStability()).isEqualTo(KeyStability.UNPROVEN);
            List<Listing> listings =
                    Pulled.<Listing>everything(connector.catalog()::page).entries();
            assertThat(listings).extracting(Listing::upstreamId).doesNotHaveDuplicates();
            assertThat(listings.stream().map(Listing::title).distinct())
                    .hasSizeLessThan(listings.size());
        }
    }

    @Test
    void laterPagesAreOfTheSameList() {
        LoopbackContext context = context();
        try (var connector = open(context)) {
            Pulled.<Listing>everything(connector.catalog()::page);
        }
        assertThat(context.calls().get(1).body().orElseThrow())
                .contains("\"list_id\":\"list-")
                .contains("\"page\":\"2\"");
    }

    @Test
    void aLinkIsMadeFromTheSignInOneCall() {
        String sign = gateway.platform().signOf(priced().findFirst().orElseThrow(), WORDS.get(0));
        LoopbackContext context = context();
        pullWith(context());
        HandOffLinks.Link link = linkTo(context, sign);
        assertThat(link.tracked()).isTrue();
        assertThat(link.at().toString())
                .startsWith("https://mobile.yangkeduo.com/duo_coupon.html")
                .endsWith("pid=1_2");
        assertThat(context.calls()).hasSize(1);
        assertThat(context.calls().getFirst().body().orElseThrow())
                .contains("\"goods_sign_list\":\"[\\\"" + sign + "\\\"]\"")
                .contains("\"custom_parameters\":\"{\\\"uid\\\":\\\"user-7\\\"}\"");
    }

    @Test
    void whatPinduoduoNoLongerKnowsHasNoLink() {
        assertThatThrownBy(() -> linkTo(context(), "gone"))
                .isInstanceOf(UpstreamException.Unavailable.class);
    }

    @Test
    void aWrongSecretIsTheOperatorsToMend() {
        assertThatThrownBy(() -> pullWith(context().and("client_secret", "wrong")))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("client_secret"));
    }

    @Test
    void aClockElevenMinutesOffIsRefused() {
        assertThatThrownBy(
                        () -> pullWith(context().at(Instant.now().minus(Duration.ofMinutes(11)))))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    private HandOffLinks.Link linkTo(LoopbackContext context, String key) {
        try (var connector = open(context)) {
            return connector.handOff().orElseThrow().linkTo(new OrderLine(key, 1));
        }
    }

    private void pullWith(LoopbackContext context) {
        try (var connector = open(context)) {
            connector.catalog().page(new Pull.Everything());
        }
    }
}
