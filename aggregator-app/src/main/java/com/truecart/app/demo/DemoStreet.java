package com.truecart.app.demo;

import com.truecart.app.TruecartSettings;
import com.truecart.app.connection.AddressGuard;
import com.truecart.app.connection.Connection;
import com.truecart.app.connection.ConnectionDesk;
import com.truecart.app.connection.ConnectionDraft;
import com.truecart.app.connection.Connections;
import com.truecart.app.connection.InvalidConnectionException;
import com.truecart.app.connection.Kinds;
import com.truecart.model.DeliveryTerms;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.model.OrderTerms;
import com.truecart.sandbox.RunningShop;
import com.truecart.sandbox.Sandbox;
import com.truecart.sandbox.SandboxOptions;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.Setting;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The sandbox stores beside the app: started, connected, and called without leaving this machine.
 */
@Component
@ConditionalOnBooleanProperty("truecart.demo.enabled")
class DemoStreet implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DemoStreet.class);
    private static final String PRICE_WATCH = "hk-pricewatch";

    private final DemoSettings settings;
    private final TruecartSettings app;
    private final AddressGuard guard;
    private final Kinds kinds;
    private final Connections connections;
    private final ConnectionDesk desk;
    private final DemoTill till;
    private final Clock clock;
    private @Nullable Sandbox sandbox;

    DemoStreet(
            DemoSettings settings,
            TruecartSettings app,
            AddressGuard guard,
            Kinds kinds,
            Connections connections,
            ConnectionDesk desk,
            DemoTill till,
            Clock clock) {
        this.settings = settings;
        this.app = app;
        this.guard = guard;
        this.kinds = kinds;
        this.connections = connections;
        this.desk = desk;
        this.till = till;
        this.clock = clock;
    }

    /** Before the first pulls begin. */
    @EventListener(ApplicationReadyEvent.class)
    @Order(0)
    void open() {
        try {
            Sandbox opened =
                    Sandbox.start(
                            SandboxOptions.defaults()
                                    .withClock(clock)
                                    .withBasePort(settings.basePort())
                                    .withDelivery(settings.shipAfter(), settings.deliverAfter())
                                    .withJournal(app.dataFolder().resolve("sandbox")));
            sandbox = opened;
            opened.shops().forEach(this::connect);
            till.open(opened.stripe());
            LOG.info(
                    "{} sandbox stores are open; their control desk is {}",
                    opened.shops().size(),
                    opened.control());
        } catch (RuntimeException e) {
            // the rest of the app is worth having without the demo
            LOG.error(
                    "The sandbox stores could not be opened: {}. Is a port from {} on taken? End the program that"
                            + " has it, or set TRUECART_DEMO_PORT to another number (0 takes any free ports).",
                    e.toString(),
                    settings.basePort());
        }
        connectPriceWatch();
    }

    private void connect(RunningShop shop) {
        guard.allow(shop.base().getHost(), shop.base().getPort());
        String feed = shop.promotionsFeed().toString();
        String kind =
                switch (shop.protocol()) {
                    case WOOCOMMERCE -> "woocommerce";
                    case UCP -> "ucp";
                    case FEED_XML, FEED_TSV -> "feed";
                };
        Map<String, String> addresses =
                switch (shop.protocol()) {
                    case WOOCOMMERCE, UCP ->
                            Map.of("shop", shop.base().toString(), "promotions_feed", feed);
                    case FEED_XML, FEED_TSV ->
                            Map.of(
                                    "products",
                                    shop.productsFeed().orElseThrow().toString(),
                                    "promotions",
                                    feed,
                                    "currency",
                                    shop.currency());
                };
        Map<String, String> all = new HashMap<>(addresses);
        all.put("shop_name", shop.name());
        // a business that speaks UCP wants to know who asks; the sandbox looks at its form only
        all.put("profile", "https://truecart.example/.well-known/ucp");
        Money fee = Money.of(shop.deliveryFee(), shop.currency());
        Optional<Money> freeFrom =
                shop.freeFrom().isPresent()
                        ? Optional.of(Money.of(shop.freeFrom().getAsLong(), shop.currency()))
                        : Optional.empty();
        save(
                new ConnectionDraft(
                        shop.id(),
                        kind,
                        Localized.of("en", shop.name()).and("zh-Hant", shop.nameZh()),
                        all,
                        Optional.of(new DeliveryTerms(fee, freeFrom)),
                        Duration.ofMinutes(15),
                        true,
                        OrderTerms.NONE.within(shop.deliversWithinDays())));
    }

    private void connectPriceWatch() {
        save(
                new ConnectionDraft(
                        PRICE_WATCH,
                        "pricewatch",
                        Localized.of("en", "Online Price Watch").and("zh-Hant", "網上價格一覽通"),
                        settings.pricewatch()
                                .filter(value -> !value.isBlank())
                                .map(value -> Map.of("prices", value))
                                .orElse(Map.of()),
                        Optional.empty(),
                        Duration.ofHours(12),
                        true));
    }

    /** What an operator changed on the connections page stays; only addresses follow this start. */
    private void save(ConnectionDraft wanted) {
        Optional<ConnectorDescriptor> kind = kinds.descriptor(wanted.kind());
        if (kind.isEmpty()) {
            LOG.warn(
                    "{} is not connected: the kind '{}' is not installed",
                    wanted.id(),
                    wanted.kind());
            return;
        }
        Set<String> known =
                kind.get().settings().stream().map(Setting::name).collect(Collectors.toSet());
        Map<String, String> values = new HashMap<>(wanted.settings());
        values.keySet().retainAll(known);
        try {
            Optional<Connection> present = connections.find(wanted.id());
            if (present.isEmpty()) {
                desk.create(with(wanted, values));
            } else if (!present.get().settings().entrySet().containsAll(values.entrySet())) {
                Map<String, String> merged = new HashMap<>(present.get().settings());
                merged.putAll(values);
                desk.update(
                        new ConnectionDraft(
                                wanted.id(),
                                wanted.kind(),
                                present.get().name(),
                                merged,
                                present.get().delivery(),
                                present.get().pullEvery(),
                                present.get().enabled(),
                                present.get().orders()));
            }
        } catch (InvalidConnectionException e) {
            LOG.warn("{} is not connected: {}", wanted.id(), e.getMessage());
        }
    }

    private static ConnectionDraft with(ConnectionDraft draft, Map<String, String> settings) {
        return new ConnectionDraft(
                draft.id(),
                draft.kind(),
                draft.name(),
                settings,
                draft.delivery(),
                draft.pullEvery(),
                draft.enabled(),
                draft.orders());
    }

    @Override
    public void close() {
        if (sandbox != null) {
            sandbox.close();
        }
    }
}
