package com.truecart.app.aftersales;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.TruecartApplication;
import com.truecart.app.aftersales.Bought.Line;
import com.truecart.app.catalog.FactsJson;
import com.truecart.app.order.HandOff;
import com.truecart.app.order.MerchantOfRecord;
import com.truecart.app.order.NewOrder;
import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.Orders;
import com.truecart.app.order.ShortagePolicy;
import com.truecart.app.order.SoldParts.SoldPart;
import com.truecart.app.order.SubOrderState.Rejected;
import com.truecart.app.testing.AppSettings;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.Visitor;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import com.truecart.spi.Terms.DoubtClass;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A shopper gives something back, the desk sees to it, and the store pays. */
@SpringBootTest(
        classes = TruecartApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"truecart.demo.enabled=false", "truecart.pipeline.scheduled=false"})
@AutoConfigureMockMvc
class ClaimPagesTest {
    private static final UUID SHOPPER = UUID.fromString("3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d12");

    @Autowired private MockMvcTester pages;
    @Autowired private Orders orders;
    @Autowired private ClaimClockwork clockwork;
    @Autowired private JdbcClient jdbc;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        AppSettings.fresh(registry, "claims");
    }

    @Test
    void aLineGivenBackComesToWhatWasWorkedOutBeforehand() {
        Part part = delivered();
        assertThat(visitor().page("/orders/" + part.order(), "en"))
                .contains("href=\"/claims/new/" + part.id() + "\"");
        assertThat(visitor().page("/claims/new/" + part.id(), "en"))
                .contains("Return it for the money", "tea: how many of 1")
                .doesNotContain("Call it off", "??");

        Map<String, String> wish =
                Map.of(
                        "kind", "RETURN",
                        "reason", "NO_LONGER_WANTED",
                        "units-1", "1",
                        "words", "never opened <b>");
        String worked = Visitor.text(visitor().post("/claims/new/" + part.id() + "/check", wish));
        assertThat(worked)
                .contains("1 × rice, as paid", "HK$32.00")
                .contains("“from 100 less 20” gives less on what you keep", "−HK$12.00")
                .contains("id=\"refund\">HK$20.00<", "Nothing was asked of the store yet.")
                .doesNotContain("<b>", "??");

        String claim = asked(part, wish, "2000 HKD");
        assertThat(visitor().page(claim, "zh-CN"))
                .contains("待客服转交", "HK$20.00")
                .doesNotContain("??");
        assertThat(visitor().page("/desk/after-sales", "en")).contains("Return it for the money");

        String desk = "/desk/after-sales/" + claim.substring("/claims/".length());
        assertThat(visitor().page(desk, "en"))
                .contains("S1", "1 × rice", "no longer wanted", "never opened &lt;b&gt;")
                .contains("The store was told")
                .doesNotContain("It agreed", "For the shopper");
        assertThat(visitor().post(desk + "/agreed", Map.of("words", "yes"))).hasStatus(409);
        assertThat(visitor().post(desk + "/sent", Map.of())).hasStatus3xxRedirection();
        assertThat(visitor().post(desk + "/agreed", Map.of("words", "send it to our shop")))
                .hasStatus3xxRedirection();
        assertThat(visitor().page(claim, "en")).contains("agreed", "send it to our shop");

        gaveBack(part, "20");
        clockwork.seeWhatStoresDid();
        assertThat(visitor().page(claim, "en"))
                .contains("HK$20.00 came back, to the cent as worked out.")
                .doesNotContain("??");
        assertThat(visitor().post(claim + "/rate", Map.of("rating", "4")))
                .hasStatus3xxRedirection();
        assertThat(visitor().post(claim + "/rate", Map.of("rating", "6"))).hasStatus(409);
        assertThat(visitor().page("/desk/after-sales", "en")).doesNotContain(claim.substring(8));

        // the rest: everything is back then, so that all that was charged comes back in all
        assertThat(
                        Visitor.text(
                                visitor()
                                        .post(
                                                "/claims/new/" + part.id() + "/check",
                                                Map.of(
                                                        "kind", "RETURN", "reason", "OTHER",
                                                        "units-0", "1"))))
                .contains("id=\"refund\">HK$60.00<", "Given back before");
        assertThat(
                        Visitor.text(
                                visitor()
                                        .post(
                                                "/claims/new/" + part.id() + "/check",
                                                Map.of(
                                                        "kind", "RETURN", "reason", "OTHER",
                                                        "units-1", "1"))))
                .contains("That is more than you bought and still have.");
    }

    @Test
    void whatCameBackOtherwiseIsExplained() {
        Part part = delivered();
        String claim =
                asked(
                        part,
                        Map.of("kind", "RETURN", "reason", "DAMAGED", "units-1", "1"),
                        "2000 HKD");
        gaveBack(part, "32");
        clockwork.seeWhatStoresDid();
        assertThat(visitor().page(claim, "en"))
                .contains("HK$32.00 came back, HK$12.00 more than the HK$20.00 worked out")
                .contains("The store did not take them back");
    }

    @Test
    void aRefusalIsJudgedAndAppealedOnce() {
        Part part = delivered();
        String claim =
                asked(
                        part,
                        Map.of("kind", "COMPLAINT", "reason", "LATE", "units-0", "1"),
                        "no money");
        String desk = "/desk/after-sales/" + claim.substring("/claims/".length());
        visitor().post(desk + "/sent", Map.of());
        visitor().post(desk + "/refused", Map.of("words", "the carrier was late, not we"));
        assertThat(visitor().page(claim, "en")).contains("refused", "the carrier was late, not we");
        assertThat(visitor().post(claim + "/escalate", Map.of("why", "they chose it")))
                .hasStatus3xxRedirection();
        assertThat(
                        visitor()
                                .post(
                                        desk + "/judge",
                                        Map.of("inFavourOf", "STORE", "reason", "one day only")))
                .hasStatus3xxRedirection();
        assertThat(visitor().post(claim + "/appeal", Map.of("why", "a week")))
                .hasStatus3xxRedirection();
        visitor().post(desk + "/judge", Map.of("inFavourOf", "SHOPPER", "reason", "it was a week"));
        assertThat(visitor().page(claim, "en")).contains("judged for you", "it was a week");
        assertThat(visitor().post(claim + "/appeal", Map.of("why", "again"))).hasStatus(409);
    }

    @Test
    void whatCanBeAskedForGoesByTheState() {
        Part part = delivered();
        state(part, "placed");
        assertThat(visitor().page("/claims/new/" + part.id(), "en"))
                .contains("Call it off", "Change address")
                .doesNotContain("Return it for the money");
        String claim =
                asked(
                        part,
                        Map.of("kind", "CANCEL", "reason", "OTHER", "units-0", "1", "units-1", "1"),
                        "8000 HKD");
        assertThat(visitor().page(claim, "en")).contains("It can be done until");
        assertThat(visitor().get("/claims/new/" + part.id(), "en")).hasRedirectedUrl(claim);

        state(part, "shipped");
        clockwork.seeWhatStoresDid();
        assertThat(visitor().page(claim, "en")).contains("too late");
        assertThat(visitor().page("/claims/new/" + part.id(), "en"))
                .contains(
                        "cannot be changed or called off any more",
                        "refuse the parcel",
                        "Complain");
        assertThat(
                        Visitor.text(
                                visitor()
                                        .post(
                                                "/claims/new/" + part.id() + "/check",
                                                Map.of(
                                                        "kind", "RETURN", "reason", "OTHER",
                                                        "units-0", "1"))))
                .contains("The order has moved on");
    }

    @Test
    void whoeverLetsItLieIsRemindedAndTheShopperMayHaveItJudged() {
        Part part = delivered();
        String claim =
                asked(
                        part,
                        Map.of("kind", "REPAIR", "reason", "DAMAGED", "units-0", "1"),
                        "no money");
        assertThat(visitor().page(claim, "en")).doesNotContain("Have Truecart judge");
        jdbc.sql("update claim set due_at = now() - interval '1 minute' where sub_order_id = :id")
                .param("id", part.id())
                .update();
        clockwork.seeToWhatIsDue();
        clockwork.seeToWhatIsDue();
        assertThat(visitor().page(claim, "en"))
                .contains("Have Truecart judge")
                .containsOnlyOnce("Whoever has to act was reminded");
        assertThat(visitor().page("/desk/after-sales", "en")).contains("overdue");

        assertThat(visitor().post(claim + "/withdraw", Map.of())).hasStatus3xxRedirection();
        assertThat(visitor().page(claim, "en")).contains("withdrawn");
        assertThat(visitor().post(claim + "/escalate", Map.of("why", "after all"))).hasStatus(409);
    }

    @Test
    void aPictureIsShownToItsShopperAndTheDeskAndToNobodyElse() throws IOException {
        Part part = delivered();
        String claim =
                asked(
                        part,
                        Map.of("kind", "COMPLAINT", "reason", "DAMAGED", "units-0", "1"),
                        "no money");
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(30, 20, BufferedImage.TYPE_INT_RGB), "png", png);
        assertThat(show(claim, png.toByteArray())).hasStatus3xxRedirection();
        assertThat(show(claim, "<html>".getBytes(StandardCharsets.UTF_8))).hasStatus(400);

        assertThat(visitor().page(claim, "en"))
                .contains("src=\"" + claim + "/pictures/1\"", "Picture 1");
        MvcTestResult picture = visitor().get(claim + "/pictures/1", "en");
        assertThat(picture).hasStatusOk();
        assertThat(picture.getResponse().getContentType()).isEqualTo("image/jpeg");
        String desk = "/desk/after-sales/" + claim.substring("/claims/".length());
        assertThat(visitor().get(desk + "/pictures/1", "en")).hasStatusOk();
        assertThat(visitor().get(claim + "/pictures/2", "en")).hasStatus(404);
        assertThat(pages.get().uri(claim + "/pictures/1").exchange()).hasStatus(404);
    }

    private MvcTestResult show(String claim, byte[] picture) {
        MvcTestResult shown = visitor().get("/orders", "en");
        return pages.post()
                .uri(claim + "/pictures")
                .multipart()
                .file("picture", picture)
                .param("_csrf", token(shown))
                .cookie(
                        visitor().cookie(),
                        requireNonNull(shown.getResponse().getCookie("XSRF-TOKEN")))
                .exchange();
    }

    private static String token(MvcTestResult shown) {
        Matcher token =
                Pattern.compile("name=\"_csrf\" value=\"([^\"]+)").matcher(Visitor.text(shown));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    @Test
    void anothersClaimIsNotShownAndAnotherFigureIsNotAgreedTo() {
        Part part = delivered();
        Map<String, String> wish =
                Map.of("kind", "RETURN", "reason", "OTHER", "units-1", "1", "agreed", "3200 HKD");
        assertThat(Visitor.text(visitor().post("/claims/new/" + part.id(), wish)))
                .contains("This is not what you were shown before");
        String claim =
                asked(
                        part,
                        Map.of("kind", "RETURN", "reason", "OTHER", "units-1", "1"),
                        "2000 HKD");
        assertThat(pages.get().uri(claim).exchange()).hasStatus(404);
        assertThat(pages.get().uri("/claims/new/" + part.id()).exchange()).hasStatus(404);
        assertThat(
                        jdbc.sql("select words from claim where id = :id::uuid")
                                .param("id", claim.substring("/claims/".length()))
                                .query(byte[].class)
                                .single())
                .as("encrypted")
                .isNotEmpty();
    }

    @Test
    void thePagesHaveNoBarriersAndFitTheirScreen() {
        Part part = delivered();
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), "/claims/new/" + part.id(), "claim-form");
            String claim =
                    asked(
                            part,
                            Map.of("kind", "RETURN", "reason", "OTHER", "units-1", "1"),
                            "2000 HKD");
            String desk = "/desk/after-sales/" + claim.substring("/claims/".length());
            visitor().assertFits(browsers, site(), claim, "claim");
            visitor().assertFits(browsers, site(), desk, "claim-desk");
            visitor().assertFits(browsers, site(), "/desk/after-sales", "claim-queue");
        }
    }

    @Test
    void whatCanBeCancelledIsShownFirstAndThenAskedOfTheStore() {
        Part part = delivered();
        String cancel = "/orders/" + part.order() + "/cancel";
        assertThat(visitor().page(cancel, "en"))
                .contains("It has arrived.", "Nothing of this order can be cancelled now.")
                .doesNotContain("Cancel these", "??");

        state(part, "placed");
        String shown = visitor().page(cancel, "en");
        assertThat(shown)
                .contains("We ask the store, which may refuse.", "id=\"refund\">HK$80.00<")
                .doesNotContain("??");
        assertThat(visitor().page(cancel, "zh-CN"))
                .contains("取消这些", "HK$80.00")
                .doesNotContain("??");
        try (Browsers browsers = Browsers.open()) {
            visitor().assertFits(browsers, site(), cancel, "cancel");
        }
        MvcTestResult other = visitor().post(cancel, Map.of("agreed", part.id() + " 7999 HKD"));
        assertThat(other).hasStatus(409);
        assertThat(Visitor.text(other)).contains("Something changed since you looked.");

        assertThat(visitor().post(cancel, Map.of("agreed", part.id() + " 8000 HKD")))
                .hasStatus3xxRedirection();
        assertThat(visitor().page("/desk/after-sales", "en")).contains("Call it off");
        assertThat(visitor().page(cancel, "en")).contains("asked something about this already");

        // the store agrees: what the shopper no longer wants is nothing to buy elsewhere
        state(part, "cancelled");
        assertThat(visitor().page("/orders/" + part.order(), "en"))
                .contains("cancelled")
                .doesNotContain("One thing is missing", "things are missing");
    }

    @Test
    void whatIsClaimedNotToBeWantedIsNothingToBuyElsewhereButTheRestOfItIs() {
        Part part = delivered();
        state(part, "placed");
        String claim =
                asked(
                        part,
                        Map.of("kind", "CANCEL", "reason", "OTHER", "units-0", "1", "units-1", "1"),
                        "8000 HKD");
        state(part, "cancelled");
        answered(claim, "agreed");
        assertThat(visitor().page("/orders/" + part.order(), "en"))
                .contains("cancelled")
                .doesNotContain("Plan them anew", "Put these into the basket");

        Part some = delivered();
        state(some, "placed");
        answered(
                asked(
                        some,
                        Map.of("kind", "CANCEL", "reason", "OTHER", "units-1", "1"),
                        "2000 HKD"),
                "agreed");
        state(some, "cancelled");
        assertThat(visitor().page("/orders/" + some.order(), "en"))
                .contains("One thing is missing", "Plan them anew");
    }

    @Test
    void whatAStoreRefusedToCallOffAndThenDoesNotDeliverCanBeBoughtElsewhere() {
        Part part = delivered();
        state(part, "placed");
        String cancel = "/orders/" + part.order() + "/cancel";
        assertThat(visitor().post(cancel, Map.of("agreed", part.id() + " 8000 HKD")))
                .hasStatus3xxRedirection();
        String claim =
                "/claims/"
                        + jdbc.sql("select id from claim where sub_order_id = :part")
                                .param("part", part.id())
                                .query(UUID.class)
                                .single();
        answered(claim, "refused");
        state(part, "cancelled");
        assertThat(visitor().page("/orders/" + part.order(), "en"))
                .contains("2 things are missing", "Plan them anew");
    }

    @Test
    void whatIsWaitedForIsNotOrderedAnyMoreOnceTheOrderIsCalledOff() {
        Part part = delivered();
        waitsForItsStore(part);
        String cancel = "/orders/" + part.order() + "/cancel";
        assertThat(visitor().page(cancel, "en"))
                .contains("They are left out at once", "Cancel these")
                .doesNotContain("??");
        assertThat(visitor().page(cancel, "zh-CN")).contains("不再向该店或其他商店订购");

        assertThat(visitor().post(cancel, Map.of("agreed", part.id() + " left out")))
                .hasStatus3xxRedirection();
        assertThat(
                        jdbc.sql("select choice from rest_choice where sub_order_id = :part")
                                .param("part", part.id())
                                .query(String.class)
                                .list())
                .as("nothing is ordered of what is decided about")
                .containsExactly("left_out", "left_out");
        assertThat(visitor().page(cancel, "en"))
                .contains("Nothing of this order can be cancelled now.");
        assertThat(visitor().page("/orders/" + part.order(), "en"))
                .doesNotContain("it is asked again until", "You can choose until");
        assertThat(visitor().post(cancel, Map.of("agreed", part.id() + " left out")))
                .as("from another window")
                .hasStatus(409);
    }

    @Test
    void whyGoodsWereLeftOutIsSaidAsItWas() {
        Part part = delivered();
        waitsForItsStore(part);
        String page = "/orders/" + part.order();
        assertThat(visitor().page(page, "en")).contains("it is asked again until");
        jdbc.sql("update shortage set step = 'CANCELLED' where sub_order_id = :id")
                .param("id", part.id())
                .update();
        assertThat(visitor().page(page, "en"))
                .contains("could not be ordered there in the time you chose")
                .doesNotContain("this part was cancelled", "??");
        assertThat(visitor().page(page, "zh-CN"))
                .contains("在您选择的等待时间内未能在该店订购")
                .doesNotContain("??");
        policy(part, "REPLACE", 0);
        assertThat(visitor().page(page, "en"))
                .contains("Nothing was chosen in time")
                .doesNotContain("this part was cancelled");
        policy(part, "CANCEL", 0);
        assertThat(visitor().page(page, "en"))
                .contains("As you chose at the checkout, this part was cancelled");
    }

    private void policy(Part part, String choice, int days) {
        jdbc.sql(
                        "update customer_order set shortage_choice = :choice, shortage_days = :days where id = :order")
                .param("choice", choice)
                .param("days", days)
                .param("order", part.order().value())
                .update();
    }

    /** The store has too few, and is asked for thirty days whether it has more. */
    private void waitsForItsStore(Part part) {
        jdbc.sql(
                        """
                        update sub_order set state = 'rejected', version = version + 1, charged = null,
                            details = '{"reason": "sold out", "outOfStock": true}' where id = :id
                        """)
                .param("id", part.id())
                .update();
        policy(part, "WAIT", 30);
        jdbc.sql(
                        """
                        update shortage set short = true, step = 'ACTING', until = now() + interval '30 days'
                        where sub_order_id = :id
                        """)
                .param("id", part.id())
                .update();
    }

    private void answered(String claim, String answer) {
        String desk = "/desk/after-sales/" + claim.substring("/claims/".length());
        assertThat(visitor().post(desk + "/sent", Map.of())).hasStatus3xxRedirection();
        assertThat(visitor().post(desk + "/" + answer, Map.of("words", "so be it")))
                .hasStatus3xxRedirection();
    }

    /** A part of an order and the order. */
    private record Part(UUID id, OrderId order) {}

    private String asked(Part part, Map<String, String> wish, String agreed) {
        Map<String, String> form = new HashMap<>(wish);
        form.put("agreed", agreed);
        MvcTestResult made = visitor().post("/claims/new/" + part.id(), form);
        assertThat(made).hasStatus3xxRedirection();
        return requireNonNull(made.getResponse().getRedirectedUrl());
    }

    /** Tea for 60 and rice for 40 at a store that takes 20 off from 100, paid and delivered. */
    private Part delivered() {
        Bought bought =
                Bought.at(
                        EngineProfiles.OURS,
                        Optional.of(new DeliveryTerms(Bought.hkd("0"), Optional.empty())),
                        List.of(Bought.fromSpend("100", "20")),
                        List.of(new Line("tea", "60", 1), new Line("rice", "40", 1)));
        OrderId order = orders.open(newOrder(bought.part()));
        // the connection is not there, so that the sub-order is refused beside us
        Instant limit = Instant.now().plusSeconds(60);
        while (!(stateOf(order) instanceof Rejected)) {
            assertThat(Instant.now()).isBefore(limit);
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        UUID id =
                orders.find(order, SHOPPER)
                        .orElseThrow()
                        .parts()
                        .getFirst()
                        .subOrder()
                        .id()
                        .value();
        Part part = new Part(id, order);
        state(part, "delivered");
        jdbc.sql(
                        """
                        insert into sold_terms (sub_order_id, terms, taken_at) values (:id, :terms::jsonb, now())
                        on conflict (sub_order_id) do update set terms = excluded.terms
                        """)
                .param("id", id)
                .param("terms", FactsJson.facts(bought.terms()))
                .update();
        return part;
    }

    private Object stateOf(OrderId order) {
        return orders.find(order, SHOPPER).orElseThrow().parts().getFirst().subOrder().state();
    }

    private void state(Part part, String state) {
        jdbc.sql(
                        """
                        update sub_order set state = :state, version = version + 1, charged = quoted, next_check_at = null,
                            changed_at = now(), looked_at = now(), details = '{"storeOrder": "S1", "storeWord": "so",
                                "charged": {"minor": 8000, "currency": "HKD"}}'
                        where id = :id
                        """)
                .param("state", state)
                .param("id", part.id())
                .update();
    }

    private void gaveBack(Part part, String amount) {
        jdbc.sql(
                        "update sub_order set refunded = :back, version = version + 1, changed_at = now() where id = :id")
                .param("back", Bought.hkd(amount).minor())
                .param("id", part.id())
                .update();
    }

    private NewOrder newOrder(SoldPart part) {
        UUID checkout = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into checkout (id, shopper, basket_id, strategy, recipient, proposal, state, currency, created_at)
                        values (:id, :shopper, :id, 'test', '', '{}', 'confirmed', 'HKD', :now)
                        """)
                .param("id", checkout)
                .param("shopper", SHOPPER)
                .param("now", Instant.now().atOffset(java.time.ZoneOffset.UTC))
                .update();
        Money total = part.subOrder().quoted().total();
        return new NewOrder(
                checkout,
                SHOPPER,
                Currency.getInstance("HKD"),
                List.of(
                        new NewSubOrder(
                                part.subOrder().store(),
                                Localized.of("en", "Harbour Fresh"),
                                DoubtClass.KEY,
                                MerchantOfRecord.THE_STORE,
                                part.subOrder().quoted(),
                                part.subOrder().quoted(),
                                "",
                                part.lines().stream()
                                        .map(line ->
                                                new NewLine(
                                                        line.product(),
                                                        line.upstreamId(),
                                                        line.title(),
                                                        line.quantity(),
                                                        line.quoted(),
                                                        line.quoted()))
                                        .toList(),
                                new PlaceRequest(
                                        new QuoteRequest(
                                                part.lines().stream()
                                                        .map(line ->
                                                                new OrderLine(
                                                                        line.upstreamId(),
                                                                        line.quantity()))
                                                        .toList(),
                                                Set.of(),
                                                new Recipient(
                                                        "Mei",
                                                        "Chan",
                                                        "mei@example.hk",
                                                        "51234567",
                                                        "1 Nathan Road",
                                                        "Kowloon",
                                                        "",
                                                        "",
                                                        "HK")),
                                        "token",
                                        total,
                                        PaymentMethod.CASH_ON_DELIVERY))),
                List.<HandOff>of(),
                ShortagePolicy.USUAL);
    }

    private Visitor visitor() {
        return new Visitor(pages, SHOPPER);
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
