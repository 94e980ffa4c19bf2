package com.truecart.app.order;

import com.truecart.app.TruecartSettings;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.catalog.StoreId;
import com.truecart.app.connection.Connections;
import com.truecart.app.order.NewOrder.NewLine;
import com.truecart.app.order.NewOrder.NewSubOrder;
import com.truecart.app.payment.Bills;
import com.truecart.app.payment.PaymentWorld;
import com.truecart.app.payment.PaymentWorld.Rule;
import com.truecart.app.testing.TestDatabase;
import com.truecart.app.vault.Vault;
import com.truecart.model.Localized;
import com.truecart.model.Money;
import com.truecart.payment.PaymentProvider;
import com.truecart.spi.OrderLine;
import com.truecart.spi.PaymentMethod;
import com.truecart.spi.PlaceRequest;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.Recipient;
import com.truecart.spi.Terms.DoubtClass;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The order feature on a real database, without the rest of the application; nothing moves by
 * itself.
 */
public final class OrderWorld implements AutoCloseable {
    static final OrderSettings SETTINGS =
            new OrderSettings(Duration.ofSeconds(30), Duration.ofMinutes(2));
    public static final UUID SHOPPER = UUID.fromString("3f0a1c6e-7d5b-4c1e-9a62-0c4a2f6b8d11");
    static final Recipient RECIPIENT =
            new Recipient(
                    "Mei",
                    "Chan",
                    "mei@example.hk",
                    "51234567",
                    "1 Nathan Road",
                    "Kowloon",
                    "",
                    "",
                    "HK");

    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final Clock clock;
    private final Map<SubOrderId, Map<Integer, Integer>> calledOff = new HashMap<>();
    private final PaymentWorld payments;
    private final Elsewhere offers = new Elsewhere();
    private ShortagePolicy shortage = ShortagePolicy.USUAL;

    OrderWorld(Connections connections, Clock clock, Path folder) {
        this(connections, clock, folder, new DoubtPolicy(SETTINGS.quietPeriod()));
    }

    OrderWorld(Connections connections, Clock clock, Path folder, DoubtPolicy policy) {
        this(connections, clock, folder, policy, Map.of(), Rule.REAL);
    }

    /**
     * @param providers of payments, by the id of their account
     */
    OrderWorld(
            Connections connections,
            Clock clock,
            Path folder,
            DoubtPolicy policy,
            Map<String, PaymentProvider> providers,
            Rule rule) {
        this(connections, clock, folder, policy, providers, rule, new ConsentLimit());
    }

    OrderWorld(
            Connections connections,
            Clock clock,
            Path folder,
            DoubtPolicy policy,
            Map<String, PaymentProvider> providers,
            Rule rule,
            ConsentLimit limit) {
        this.clock = clock;
        DataSource database = TestDatabase.fresh();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(new JdbcTransactionManager(database)));
        context.registerBean(TruecartSettings.class, () -> new TruecartSettings(folder));
        context.registerBean(OrderSettings.class, () -> SETTINGS);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(Connections.class, () -> connections);
        context.register(
                Vault.class,
                OrderRecord.class,
                DueRecord.class,
                OrderReader.class,
                ParcelRecord.class,
                Ledger.class,
                RawExchanges.class,
                StoreOrders.class,
                Placer.class,
                OrderDesk.class,
                OrdersPaid.class,
                Rests.class,
                AskedStores.class,
                ShortageRecord.class,
                Shortages.class,
                SoldParts.class,
                NewParts.class,
                ChangedParts.class);
        context.registerBean(ConsentLimit.class, () -> limit);
        context.registerBean(OtherOffers.class, () -> offers);
        context.registerBean(CalledOff.class, () -> part -> calledOff.getOrDefault(part, Map.of()));
        context.registerBean(SideBySide.class, OneAfterTheOther::new);
        context.registerBean(WakeUps.class, () -> _ -> {});
        payments = PaymentWorld.in(context, providers, rule);
        context.registerBean(
                Reconciler.class,
                () ->
                        new Reconciler(
                                context.getBean(OrderRecord.class),
                                context.getBean(StoreOrders.class),
                                context.getBean(Placer.class),
                                policy,
                                clock));
        context.registerBean(
                Orders.class,
                () ->
                        new Orders(
                                context.getBean(JdbcClient.class),
                                context.getBean(TransactionTemplate.class),
                                context.getBean(OrderRecord.class),
                                context.getBean(NewParts.class),
                                due(),
                                context.getBean(OrderReader.class),
                                context.getBean(WakeUps.class),
                                context.getBean(Bills.class),
                                clock));
        context.refresh();
        payments.openAccounts(providers);
    }

    Orders orders() {
        return context.getBean(Orders.class);
    }

    AskedStores asked() {
        return context.getBean(AskedStores.class);
    }

    RawExchanges exchanges() {
        return context.getBean(RawExchanges.class);
    }

    /** The shopper does not want this any more, for as long as nothing else is said. */
    void callOff(SubOrderId part, Map<Integer, Integer> units) {
        calledOff.put(part, units);
    }

    /** What the orders that are opened from now on agree to for goods that are not there. */
    void shortage(ShortagePolicy policy) {
        shortage = policy;
    }

    /** From now on stores offer this for what another did not have. */
    void offers(OtherOffers others) {
        offers.others = others;
    }

    /** What the store was asked for before, at the same price. */
    Optional<NewSubOrder> sameAgain(SubOrderId id) {
        SoldParts.SoldPart part = context.getBean(SoldParts.class).find(id).orElseThrow();
        SubOrder was = part.subOrder();
        return Optional.of(
                new NewSubOrder(
                        was.store(),
                        was.storeName(),
                        was.doubtClass(),
                        was.merchant(),
                        was.quoted(),
                        was.quoted(),
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
                        record().request(id)));
    }

    Shortages shortages() {
        return context.getBean(Shortages.class);
    }

    ShortageRecord shortageRecord() {
        return context.getBean(ShortageRecord.class);
    }

    ChangedParts changed() {
        return context.getBean(ChangedParts.class);
    }

    Rests rests() {
        return context.getBean(Rests.class);
    }

    PaymentWorld payments() {
        return payments;
    }

    OrderDesk desk() {
        return context.getBean(OrderDesk.class);
    }

    OrderHints hints() {
        return new OrderHints(due(), _ -> {}, clock);
    }

    DueRecord due() {
        return context.getBean(DueRecord.class);
    }

    OrderRecord record() {
        return context.getBean(OrderRecord.class);
    }

    long wakeUps() {
        return jdbc().sql("select count(*) from scheduled_tasks").query(Long.class).single();
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** An order with one line at each of these stores, 12.90 each. */
    OrderId open(Collection<DoubtClass> stores) {
        return orders().open(
                        new NewOrder(
                                checkout(jdbc(), clock.instant()),
                                SHOPPER,
                                Currency.getInstance("HKD"),
                                stores.stream()
                                        .map(store -> part(store, MerchantOfRecord.THE_STORE))
                                        .toList(),
                                List.of(),
                                shortage));
    }

    /** The same, where some of the stores are paid by us, and we by the shopper. */
    OrderId open(Map<DoubtClass, MerchantOfRecord> stores) {
        return orders().open(
                        new NewOrder(
                                checkout(jdbc(), clock.instant()),
                                SHOPPER,
                                Currency.getInstance("HKD"),
                                stores.entrySet().stream()
                                        .map(store -> part(store.getKey(), store.getValue()))
                                        .toList(),
                                List.of(),
                                shortage));
    }

    /** An order at one store, paid to us. */
    static NewOrder paidToUs(UUID checkout) {
        return new NewOrder(
                checkout,
                SHOPPER,
                Currency.getInstance("HKD"),
                List.of(part(DoubtClass.KEY, MerchantOfRecord.TRUECART)),
                List.of(),
                ShortagePolicy.USUAL);
    }

    /** The same at one store, with what is bought elsewhere alone. */
    public static NewOrder newOrder(UUID checkout, List<HandOff> handOff) {
        return new NewOrder(
                checkout,
                SHOPPER,
                Currency.getInstance("HKD"),
                List.of(part(DoubtClass.KEY, MerchantOfRecord.THE_STORE)),
                handOff,
                ShortagePolicy.USUAL);
    }

    /** A checkout of the shopper's, confirmed. */
    public static UUID checkout(JdbcClient jdbc, Instant now) {
        UUID checkout = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into checkout (id, shopper, basket_id, strategy, recipient, proposal, state, currency, created_at)
                        values (:id, :shopper, :id, 'test', '', '{}', 'confirmed', 'HKD', :now)
                        """)
                .param("id", checkout)
                .param("shopper", SHOPPER)
                .param("now", OrderRecord.utc(now))
                .update();
        return checkout;
    }

    private static NewSubOrder part(DoubtClass store, MerchantOfRecord merchant) {
        Money price = Money.of(12_90, "HKD");
        Money none = Money.of(0, "HKD");
        Amounts amounts = new Amounts(price, none, none, none, price);
        return new NewSubOrder(
                new StoreId(UnreliableStores.nameOf(store), "shop"),
                Localized.of("en", "Store " + store),
                store,
                merchant,
                amounts,
                amounts,
                "",
                List.of(
                        new NewLine(
                                new ProductId(UUID.randomUUID()),
                                "sku-1",
                                Localized.of("en", "Soy sauce"),
                                1,
                                price,
                                price)),
                new PlaceRequest(
                        new QuoteRequest(List.of(new OrderLine("sku-1", 1)), Set.of(), RECIPIENT),
                        "token",
                        price,
                        merchant == MerchantOfRecord.TRUECART
                                ? PaymentMethod.BANK_TRANSFER
                                : PaymentMethod.CASH_ON_DELIVERY));
    }

    List<SubOrder> subOrders() {
        return jdbc().sql("select " + OrderRecord.COLUMNS + " from sub_order")
                .query(OrderRecord::subOrder)
                .list();
    }

    /** Orders of which something is due now. */
    List<OrderId> dueOrders() {
        return jdbc().sql(
                        "select distinct order_id from sub_order where next_check_at <= :now order by order_id")
                .param("now", OrderRecord.utc(clock.instant()))
                .query((row, _) -> new OrderId(row.getObject(1, UUID.class)))
                .list();
    }

    /** When the next thing is due, of what is not with a person. */
    Optional<Instant> nextDue() {
        return jdbc().sql(
                        """
                        select next_check_at from sub_order
                        where next_check_at is not null and (state <> 'in_doubt' or details->>'parked' is null)
                        order by next_check_at limit 1
                        """)
                .query((row, _) ->
                        row.getObject(1, OffsetDateTime.class)
                                .withOffsetSameInstant(ZoneOffset.UTC)
                                .toInstant())
                .optional();
    }

    @Override
    public void close() {
        context.close();
    }

    /** Nothing is sold elsewhere until a test says so. */
    private static final class Elsewhere implements OtherOffers {
        private OtherOffers others = new Nowhere();

        @Override
        public Optional<NewSubOrder> again(SubOrderId part) {
            return others.again(part);
        }

        @Override
        public List<NewSubOrder> elsewhere(Collection<RestLine> lines, Set<StoreId> without) {
            return others.elsewhere(lines, without);
        }
    }

    private static final class Nowhere implements OtherOffers {
        @Override
        public Optional<NewSubOrder> again(SubOrderId part) {
            return Optional.empty();
        }

        @Override
        public List<NewSubOrder> elsewhere(Collection<RestLine> lines, Set<StoreId> without) {
            return List.of();
        }
    }

    /** In a row, so that a seed gives the same run each time, and a kill stops what comes after. */
    private static final class OneAfterTheOther extends SideBySide {
        @Override
        void run(List<Runnable> things) {
            things.forEach(Runnable::run);
        }
    }
}
