package com.truecart.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.EverydayTill;
import com.truecart.sandbox.till.SampanTill;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The rules a shop publishes lead to what it charges, to the cent. */
class PublishedRulesTest {
    private static final int CARTS = 40;

    @ParameterizedTest
    @CsvSource({
        "harbour-grocer, FRESH20",
        "lantern-books, READ10",
        "sampan-general, SAMPAN15",
        "voltage, VOLT5",
        "everyday-home, NONE"
    })
    void aTotalPredictedFromTheFeedIsTheTotalCharged(String shopId, String code) {
        Random random = new Random(20261123);
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.defaults())) {
            RunningShop shop = sandbox.shop(shopId);
            PublishedRules rules = new PublishedRules(shop);
            sandbox.offers(shopId).forEach(o -> sandbox.setStock(shopId, o.sku(), 10_000));
            for (int i = 0; i < CARTS; i++) {
                List<PublishedRules.Line> lines = cart(sandbox.offers(shopId), random);
                boolean withCode = random.nextBoolean();
                long predicted = rules.total(lines, withCode ? Set.of(code) : Set.of());

                switch (shop.protocol()) {
                    case WOOCOMMERCE -> buyAtWoo(shop, lines, withCode ? code : "");
                    case UCP -> buyAtUcp(shop, lines, withCode ? code : "");
                    case FEED_XML, FEED_TSV -> throw new AssertionError("takes no orders");
                }

                assertThat(sandbox.orders(shopId).getLast().payable())
                        .as("%s %s %s", shopId, lines, withCode ? code : "no code")
                        .isEqualTo(predicted);
            }
            assertThat(sandbox.orders(shopId)).hasSize(CARTS);
        }
    }

    /** One to six products, products with promotions of their own more often than others. */
    private static List<PublishedRules.Line> cart(List<Offer> offers, Random random) {
        List<Offer> shuffled = new ArrayList<>(offers);
        Collections.shuffle(shuffled, random);
        List<Offer> chosen = new ArrayList<>(shuffled.subList(0, 1 + random.nextInt(3)));
        shuffled.stream()
                .filter(PublishedRulesTest::isPromoted)
                .filter(o -> !chosen.contains(o))
                .limit(random.nextInt(4))
                .forEach(chosen::add);
        return chosen.stream()
                .map(o -> new PublishedRules.Line(o.itemId(), 1 + random.nextInt(5), o.price()))
                .toList();
    }

    private static boolean isPromoted(Offer offer) {
        int number = offer.product().number();
        return SampanTill.FLAGGED.contains(number)
                || EverydayTill.SNACKS.contains(number)
                || EverydayTill.THIRD_FREE.contains(number);
    }

    private static void buyAtWoo(RunningShop shop, List<PublishedRules.Line> lines, String code) {
        WooBuyer buyer = new WooBuyer(shop);
        lines.forEach(l -> buyer.add(Integer.parseInt(l.itemId()), l.quantity()));
        buyer.livesInHongKong();
        if (!code.isEmpty()) {
            buyer.coupon(code);
        }
        buyer.checkout(buyer.cart().path("totals").path("total_price").asString(), "");
    }

    private static void buyAtUcp(RunningShop shop, List<PublishedRules.Line> lines, String code) {
        UcpBuyer buyer = new UcpBuyer(shop);
        lines.forEach(l -> buyer.wants(l.itemId(), l.quantity()));
        if (!code.isEmpty()) {
            buyer.withCodes(code);
        }
        buyer.create("standard");
        JsonNode done = buyer.complete(UUID.randomUUID()).json();
        assertThat(done.path("status").asString()).isEqualTo("completed");
    }
}
