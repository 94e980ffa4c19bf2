package com.truecart.connector.jd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.model.Listing;
import com.truecart.model.Money;
import com.truecart.sandbox.gateway.Account;
import com.truecart.sandbox.gateway.Assortment;
import com.truecart.sandbox.gateway.GatewayHost;
import com.truecart.sandbox.gateway.Goods;
import com.truecart.sandbox.gateway.JdPlatform;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.Health;
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

/** Against a stand-in of JD's gateway that checks what JD checks. */
class JdContractTest extends ConnectorContract {
    private static final Account ACCOUNT = new Account("jd-app", "jd-secret");
    private static final Assortment ASSORTMENT = Assortment.ofTheWorld();
    private static final List<String> WORDS = List.of("飲品", "紙品", "書籍");

    private static GatewayHost<JdPlatform> gateway;
    private static GatewayHost<JdPlatform> withSkus;

    @BeforeAll
    static void open() {
        gateway = host(false);
        withSkus = host(true);
    }

    @AfterAll
    static void close() {
        gateway.close();
        withSkus.close();
    }

    private static GatewayHost<JdPlatform> host(boolean skus) {
        return new GatewayHost<>(
                "jd", new JdPlatform(ASSORTMENT, ACCOUNT, skus, Clock.systemUTC()));
    }

    @Override
    protected ConnectorProvider provider() {
        return new JdProvider();
    }

    @Override
    protected LoopbackContext context() {
        return context(gateway);
    }

    private static LoopbackContext context(GatewayHost<JdPlatform> host) {
        return LoopbackContext.with(
                Map.of(
                        "app_key",
                        ACCOUNT.appKey(),
                        "app_secret",
                        ACCOUNT.secret(),
                        "site_id",
                        "4000123",
                        "queries",
                        String.join(",", WORDS),
                        "pages",
                        "10",
                        "scene",
                        "1",
                        "gateway",
                        host.base() + "/routerjson"));
    }

    private static Stream<Goods> goods() {
        return WORDS.stream().flatMap(word -> ASSORTMENT.found(word).stream()).distinct();
    }

    @Override
    protected int listings() {
        return (int) goods().filter(one -> one.price() > 0).count();
    }

    @Override
    protected int unusable() {
        return (int) goods().filter(one -> one.price() == 0).count();
    }

    @Override
    protected int promotions() {
        return goods().filter(one -> one.price() > 0)
                .mapToInt(one ->
                        (one.sale().isPresent() ? 1 : 0)
                                + (one.voucher().isPresent() ? 1 : 0)
                                + (one.label().isPresent() ? 1 : 0))
                .sum();
    }

    @Override
    protected Map<String, Money> somePrices() {
        return goods().filter(one -> one.price() > 0)
                .collect(
                        Collectors.toMap(
                                gateway.platform()::keyOf, one -> Money.of(one.price(), "CNY")));
    }

    @Test
    void theTestsGoodsHaveEveryPeculiarity() {
        assertThat(unusable()).isPositive();
        assertThat(promotions()).isGreaterThan(50);
        assertThat(listings()).isGreaterThan(120);
    }

    @Test
    void idsThatChangeWithEveryCallLeaveTheKeyAlone() {
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
    void withThePermissionTheKeyIsJdsOwnNumberAndThereIsANeutralPage() {
        try (var connector = open(context(withSkus).and("scene", "2"))) {
            assertThat(connector.keyStability()).isEqualTo(KeyStability.STABLE);
            assertThat(connector.catalog().page(new Pull.Everything()).entries())
                    .isNotEmpty()
                    .allSatisfy(listing -> {
                        assertThat(listing.upstreamId()).matches("100\\d{6}");
                        assertThat(listing.page())
                                .hasValueSatisfying(page ->
                                        assertThat(page)
                                                .hasToString(
                                                        "https://item.jd.com/"
                                                                + listing.upstreamId()
                                                                + ".html"));
                    });
        }
    }

    @Test
    void anItemIdHasNoPageWithoutTracking() {
        assertThat(pull().entries()).allMatch(listing -> listing.page().isEmpty());
    }

    @Test
    void aLinkIsMadeFromAnIdAskedForThatMoment() {
        Goods wanted = goods().filter(one -> one.price() > 0).skip(100).findFirst().orElseThrow();
        HandOffLinks.Link link = linkTo(context(), gateway.platform().keyOf(wanted), 1);
        assertThat(link.tracked()).isTrue();
        assertThat(link.at().getHost()).isEqualTo("union-click.jd.com");
        assertThat(gateway.platform().links().getLast()).startsWith(wanted.number() + "");
    }

    @Test
    void aLinkForEnoughUnitsLeadsOverTheCoupon() {
        Goods wanted =
                goods().filter(one ->
                                one.voucher()
                                        .filter(voucher -> voucher.threshold() > one.current())
                                        .isPresent())
                        .findFirst()
                        .orElseThrow();
        linkTo(context(), gateway.platform().keyOf(wanted), 1);
        assertThat(gateway.platform().links().getLast()).isEqualTo(wanted.number() + "");
        linkTo(context(), gateway.platform().keyOf(wanted), 2);
        assertThat(gateway.platform().links().getLast())
                .isEqualTo(
                        wanted.number()
                                + " https://coupon.m.jd.com/coupons/show.action?roleId="
                                + wanted.number());
    }

    @Test
    void whereNumbersAreGrantedALinkTakesTwoCalls() {
        Goods wanted = goods().filter(one -> one.price() > 0).skip(100).findFirst().orElseThrow();
        LoopbackContext context = context(withSkus).and("scene", "2");
        linkTo(context, withSkus.platform().keyOf(wanted), 1);
        assertThat(context.calls()).hasSize(2);
        assertThat(withSkus.platform().links().getLast()).startsWith(wanted.number() + "");
    }

    @Test
    void whatTheSearchesNoLongerFindHasNoLink() {
        assertThatThrownBy(() -> linkTo(context(), "gone", 1))
                .isInstanceOf(UpstreamException.Unavailable.class);
    }

    @Test
    void aWrongSecretIsTheOperatorsToMend() {
        assertThatThrownBy(() -> pullWith(context().and("app_secret", "wrong")))
                .isInstanceOfSatisfying(
                        UpstreamException.Misconfigured.class,
                        problem -> assertThat(problem.setting()).isEqualTo("app_secret"));
        assertThat(open(context().and("app_secret", "wrong")).check())
                .isInstanceOfSatisfying(
                        Health.Down.class,
                        down -> assertThat(down.remedy()).contains("app_secret"));
    }

    @Test
    void aClockElevenMinutesOffIsRefused() {
        assertThatThrownBy(
                        () -> pullWith(context().at(Instant.now().minus(Duration.ofMinutes(11)))))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    void aSceneWithoutThePermissionIsRefused() {
        assertThatThrownBy(() -> pullWith(context().and("scene", "2")))
                .isInstanceOf(UpstreamException.Refused.class);
    }

    @Test
    void noCallHoldsTheSecretOrPutsAnythingInTheAddress() {
        LoopbackContext context = context();
        pullWith(context);
        assertThat(context.calls())
                .isNotEmpty()
                .allSatisfy(call -> {
                    assertThat(call.uri().getQuery()).isNull();
                    assertThat(call.body().orElseThrow()).doesNotContain(ACCOUNT.secret());
                });
    }

    private HandOffLinks.Link linkTo(LoopbackContext context, String key, int quantity) {
        try (var connector = open(context)) {
            return connector.handOff().orElseThrow().linkTo(new OrderLine(key, quantity));
        }
    }

    private void pullWith(LoopbackContext context) {
        try (var connector = open(context)) {
            connector.catalog().page(new Pull.Everything());
        }
    }
}
