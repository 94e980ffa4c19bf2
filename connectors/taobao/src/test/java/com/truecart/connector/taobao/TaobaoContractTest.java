package com.truecart.connector.taobao;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.TaobaoPlatform;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.KeyStability;
import com.truecart.spi.OrderLine;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException;
import com.truecart.testkit.ConnectorContract;
import com.truecart.testkit.LoopbackContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a stand-in of Taobao's open platform that checks what it checks. */
class TaobaoContractTest extends ConnectorContract {
    private static final Account ACCOUNT = new Account("tb-app", "tb-secret");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final List<String> WORDS = List.of("食品", "書籍");

    private static GatewayHost<TaobaoPlatform> gateway;

    @BeforeAll
    static void open() {
        gateway =
                new GatewayHost<>(
                        "taobao", new TaobaoPlatform(ASSORTMENT, ACCOUNT, Clock.systemUTC()));
    }

    @AfterAll
    static void close() {
        gateway.close();
    }

    @Override
    protected ConnectorProvider provider() {
        return new TaobaoProvider();
    }

    @Override
    protected LoopbackContext context() {
        return LoopbackContext.with(
                Map.of(
                        "app_key",
                        ACCOUNT.appKey(),
                        "app_secret",
                        ACCOUNT.secret(),
                        "pid",
                        "mm_1_22_333",
                        "queries",
                        String.join(",", WORDS),
                        "material_id",
                        "80309",
                        "gateway",
                        gateway.base() + "/router/rest"));
    }

    private static Stream<Goods> goods() {
        return WORDS.stream().flatMap(word -> ASSORTMENT.found(word).stream()).distinct();
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
                        (one.voucher().isPresent() ? 1 : 0) + (one.label().isPresent() ? 1 : 0))
                .sum();
    }

    @Override
    protected Map<String, Money> somePrices() {
        return priced().collect(
                        Collectors.toMap(
                                gateway.platform()::keyOf, one -> Money.of(one.current(), "CNY")));
    }

    @Test
    void theTestsGoodsHaveEveryPeculiarity() {
        assertThat(unusable()).isPositive();
        assertThat(promotions()).isGreaterThan(100);
        assertThat(listings()).isGreaterThan(200);
    }

    @Test
    void everyPromotionOfTheStandInIsModelled() {
        assertThat(statedPromotions()).allMatch(promotion -> promotion.isModelled());
    }

    @Test
    void theKeyIsTheLastPartOfAnIdThatChangesWithEveryCall() {
        try (var connector = open(context())) {
            assertThat(connector.keyStability()).isEqualTo(KeyStability.PER_ACCOUNT);
            assertThat(connector.catalog().page(new Pull.Everything()).entries())
                    .extracting(Listing::upstreamId)
                    .isEqualTo(
                            connector.catalog().page(new Pull.Everything()).entries().stream()
                                    .map(Listing::upstreamId)
                                    .toList());
        }
    }

    @Test
    void anotherAccountSeesOtherKeys() {
        assertThat(
                        new TaobaoPlatform(ASSORTMENT, new Account("other", "s"), Clock.systemUTC())
                                .keyOf(goods().findFirst().orElseThrow()))
                .isNotEqualTo(gateway.platform().keyOf(goods().findFirst().orElseThrow()));
    }

    @Test
    void aLinkIsMadeThatMomentAndLeadsOverTheCouponWhereThereIsOne() {
        Goods withCoupon =
                priced().filter(one -> one.afterVoucher() < one.current())
                        .findFirst()
                        .orElseThrow();
        HandOffLinks.Link link = linkTo(gateway.platform().keyOf(withCoupon));
        assertThat(link.tracked()).isTrue();
        assertThat(link.at().toString())
                .startsWith("https://uland.taobao.com/coupon/edetail?id=")
                .endsWith("-" + gateway.platform().keyOf(withCoupon))
                .isNotEqualTo(linkTo(gateway.platform().keyOf(withCoupon)).at().toString());
        Goods plain = priced().filter(one -> one.voucher().isEmpty()).findFirst().orElseThrow();
        assertThat(linkTo(gateway.platform().keyOf(plain)).at().getHost())
                .isEqualTo("s.click.taobao.com");
    }

    @Test
    void whatTheSearchesNoLongerFindHasNoLink() {
        assertThatThrownBy(() -> linkTo("gone")).isInstanceOf(UpstreamException.Unavailable.class);
    }

    @Test
    void aSearchThatFindsNothingIsEmptyAndNoFailure() {
        assertThat(pullWith(context().and("queries", "沒有這種東西"))).isEmpty();
    }

    @Test
    void aWrongSecretIsTheOperatorsToMend() {
        assertThatThrownBy(() -> pullWith(context().and("app_secret", "wrong")))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("app_secret"));
    }

    @Test
    void aClockElevenMinutesOffIsRefused() {
        assertThatThrownBy(() -> pullWith(context().at(Instant.now().plus(Duration.ofMinutes(11)))))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    void aPlaceThatIsNoPidIsNamedWhenOpened() {
        assertThatThrownBy(() -> open(context().and("pid", "333")))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("pid"));
    }

    private HandOffLinks.Link linkTo(String key) {
        try (var connector = open(context())) {
            return connector.handOff().orElseThrow().linkTo(new OrderLine(key, 1));
        }
    }

    private List<Listing> pullWith(LoopbackContext context) {
        try (var connector = open(context)) {
            return connector.catalog().page(new Pull.Everything()).entries();
        }
    }
}
