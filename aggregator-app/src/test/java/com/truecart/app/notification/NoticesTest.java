package com.truecart.app.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.truecart.app.TruecartApplication;
import com.truecart.app.order.OrderId;
import com.truecart.app.order.OrderWorld;
import com.truecart.app.order.Orders;
import com.truecart.app.testing.AppSettings;
import com.truecart.app.testing.Browsers;
import com.truecart.app.testing.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Shoppers are told what stores do: on pages, and by a real SMTP server. */
@SpringBootTest(
        classes = TruecartApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "truecart.demo.enabled=false",
            "truecart.pipeline.scheduled=false",
            "truecart.notices.address=https://truecart.example",
            "truecart.notices.from=news@truecart.example",
            // the tests say when it is due
            "truecart.notices.gather=1h",
            "truecart.notices.gather-urgent=1h"
        })
@AutoConfigureMockMvc
class NoticesTest {
    private static final GreenMail MAIL =
            new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired private MockMvcTester pages;
    @Autowired private Orders orders;
    @Autowired private NoticeClockwork clockwork;
    @Autowired private JdbcClient jdbc;
    @Autowired private JavaMailSenderImpl sender;
    @Autowired private TaskScheduler scheduler;
    @LocalServerPort private int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        MAIL.start();
        AppSettings.fresh(registry, "notices");
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> MAIL.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        MAIL.stop();
    }

    @Test
    void newsOfAnOrderIsToldOnceOnThePagesAndInOneMail() {
        wishes(Map.of("byMail", "true"));
        OrderId order = order();
        stands(order, "shipped");
        clockwork.gather();
        clockwork.gather();
        stands(order, "delivered");
        clockwork.gather();
        jdbc.sql("update sub_order set refunded = 250, changed_at = now() where order_id = :order")
                .param("order", order.value())
                .update();
        clockwork.gather();

        assertThat(newsOf(order)).containsExactly("REFUSED", "SHIPPED", "DELIVERED", "GIVEN_BACK");
        assertThat(visitor().page("/notifications", "en"))
                .contains("Store KEY: delivered.", "the store gave back HK$2.50 in all", ">new<")
                .doesNotContain("??");
        assertThat(visitor().page("/notifications", "zh-CN"))
                .as("read by now, and in the other language")
                .contains("已送达", "累计退款 HK$2.50")
                .doesNotContain("??", ">新<");

        mailIsDue(order);
        clockwork.mail();
        soon(() -> Set.copyOf(mailStates(order)).equals(Set.of("sent")));
        clockwork.mail();
        List<MimeMessage> mails = mailsOf(order);
        assertThat(mails).hasSize(1);
        assertThat(bodyOf(mails.getFirst()))
                .contains("Store KEY: on its way.", "HK$2.50", "已送达")
                .contains("https://truecart.example/orders/" + order)
                .contains("https://truecart.example/notifications")
                .as("nothing of the address")
                .doesNotContain("Nathan", "51234567");
    }

    @Test
    void whoWantsNoMailGetsNoneAndOneLanguageIsEnough() {
        OrderId order = order();
        clockwork.gather();
        wishes(Map.of("quietFrom", "", "quietTo", ""));
        mailIsDue(order);
        clockwork.mail();
        soon(() -> mailStates(order).equals(List.of("unwanted")));
        assertThat(mailsOf(order)).isEmpty();

        wishes(Map.of("byMail", "true", "language", "zh-CN"));
        OrderId another = order();
        clockwork.gather();
        mailIsDue(another);
        clockwork.mail();
        soon(() -> mailStates(another).equals(List.of("sent")));
        assertThat(mailsOf(another)).hasSize(1);
        assertThat(bodyOf(mailsOf(another).getFirst()))
                .contains("没有在此下单")
                .doesNotContain("nothing was ordered");
    }

    @Test
    void aMailDueInQuietHoursComesAfterThem() {
        // all of the day but for one minute that is over
        wishes(Map.of("byMail", "true", "quietFrom", quietFrom(), "quietTo", quietTo()));
        OrderId order = order();
        clockwork.gather();
        mailIsDue(order);
        clockwork.mail();
        assertThat(mailsOf(order)).isEmpty();
        assertThat(mailStates(order)).containsOnly("waiting");

        wishes(Map.of("byMail", "true"));
        mailIsDue(order);
        clockwork.mail();
        soon(() -> mailStates(order).equals(List.of("sent")));
        assertThat(mailsOf(order)).hasSize(1);
    }

    private static String quietFrom() {
        return java.time.LocalTime.now(java.time.ZoneId.of("Asia/Hong_Kong"))
                .minusMinutes(10)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    private static String quietTo() {
        return java.time.LocalTime.now(java.time.ZoneId.of("Asia/Hong_Kong"))
                .minusMinutes(11)
                .withSecond(0)
                .withNano(0)
                .toString();
    }

    @Test
    void aMailServerThatIsDownLosesNothing() {
        wishes(Map.of("byMail", "true"));
        OrderId order = order();
        clockwork.gather();
        int itsPort = sender.getPort();
        try {
            // nobody listens there
            sender.setPort(1);
            mailIsDue(order);
            clockwork.mail();
            soon(() ->
                    jdbc.sql("select attempts from notice_mail where order_id = :order")
                                    .param("order", order.value())
                                    .query(Integer.class)
                                    .single()
                            == 1);
            assertThat(mailStates(order)).containsOnly("waiting");
        } finally {
            sender.setPort(itsPort);
        }
        mailIsDue(order);
        clockwork.mail();
        soon(() -> mailStates(order).equals(List.of("sent")));
        assertThat(mailsOf(order)).hasSize(1);
    }

    @Test
    void aClockworkThatWaitsHoldsUpNoOther() {
        CountDownLatch answered = new CountDownLatch(1);
        AtomicInteger ran = new AtomicInteger();
        List<ScheduledFuture<?>> clockworks = new ArrayList<>();
        try {
            for (int i = 0; i < 4; i++) {
                clockworks.add(
                        scheduler.scheduleWithFixedDelay(
                                () -> waitFor(answered), Duration.ofMillis(1)));
            }
            clockworks.add(
                    scheduler.scheduleWithFixedDelay(ran::incrementAndGet, Duration.ofMillis(1)));
            soon(() -> ran.get() > 2);
        } finally {
            answered.countDown();
            clockworks.forEach(one -> one.cancel(true));
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The application looks by itself, too: it may be about it just now. */
    private static void soon(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(condition);
    }

    @Test
    void wishesThatMeanNothingAreRefusedByName() {
        assertThat(post(Map.of("quietFrom", "22:00"))).hasStatus(400);
        assertThat(Visitor.text(post(Map.of("quietFrom", "22:00")))).contains("quietTo");
        assertThat(Visitor.text(post(Map.of("quietFrom", "at night", "quietTo", "08:00"))))
                .contains("quietFrom", "22:00");
        assertThat(Visitor.text(post(Map.of("language", "<script>")))).contains("language");
    }

    @Test
    void thePageHasNoBarriersFitsAndTheNavigationCounts() {
        order();
        clockwork.gather();
        try (Browsers browsers = Browsers.open()) {
            Page page = browsers.visitor(Browsers.WIDE, "en");
            page.context()
                    .addCookies(
                            List.of(
                                    new Cookie("truecart-shopper", OrderWorld.SHOPPER.toString())
                                            .setUrl(site())));
            page.navigate(site() + "/orders");
            page.locator(".site-nav .badge").waitFor();
            page.context().close();
            visitor().assertFits(browsers, site(), "/notifications", "notifications");
        }
    }

    /** An order that its store, which is not there, did not take. */
    private OrderId order() {
        OrderId order =
                orders.open(
                        OrderWorld.newOrder(OrderWorld.checkout(jdbc, Instant.now()), List.of()));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        jdbc.sql("select state from sub_order where order_id = :order")
                                .param("order", order.value())
                                .query(String.class)
                                .single()
                                .equals("rejected"));
        clockwork.gather();
        return order;
    }

    private void stands(OrderId order, String state) {
        jdbc.sql(
                        """
                        update sub_order set state = :state, changed_at = now(), version = version + 1, next_check_at = null,
                            details = '{"storeOrder": "S1", "charged": {"minor": 1290, "currency": "HKD"}, "storeWord": ""}'
                        where order_id = :order
                        """)
                .param("state", state)
                .param("order", order.value())
                .update();
    }

    private void mailIsDue(OrderId order) {
        jdbc.sql(
                        "update notice_mail set not_before = now() - interval '1 second' where order_id = :order")
                .param("order", order.value())
                .update();
    }

    private List<String> newsOf(OrderId order) {
        return jdbc.sql("select news from notice where order_id = :order order by id")
                .param("order", order.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private List<String> mailStates(OrderId order) {
        return jdbc.sql("select mail from notice where order_id = :order")
                .param("order", order.value())
                .query((row, _) -> row.getString(1))
                .list();
    }

    private static List<MimeMessage> mailsOf(OrderId order) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> bodyOf(mail).contains(order.toString()))
                .toList();
    }

    private static String bodyOf(MimeMessage mail) {
        try {
            return mail.getContent().toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(GreenMailUtil.getHeaders(mail), e);
        }
    }

    private void wishes(Map<String, String> form) {
        assertThat(post(form)).hasStatus3xxRedirection();
    }

    private MvcTestResult post(Map<String, String> form) {
        return visitor().post("/notifications/wishes", form);
    }

    private Visitor visitor() {
        return new Visitor(pages, OrderWorld.SHOPPER);
    }

    private String site() {
        return "http://localhost:" + port;
    }
}
