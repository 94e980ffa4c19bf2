package com.truecart.realshops.vendure;

import com.truecart.realshops.Availability;
import com.truecart.realshops.NpmFolder;
import com.truecart.realshops.RealShopException;
import com.truecart.realshops.ShopProcess;
import com.truecart.realshops.vendure.OrderChange.AddLines;
import com.truecart.realshops.vendure.OrderChange.ApplyCode;
import com.truecart.realshops.vendure.OrderChange.ChooseShipping;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A real Vendure on this machine: nothing in it but what its {@linkplain #admin() back office} is
 * told, all of it in memory. It listens on loopback and ends with this process at the latest. Not
 * for several threads at once.
 */
public final class VendureShop implements AutoCloseable {
    // seven seconds of CPU time, which a loaded machine may be slow to give
    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final int PAGE = 100;

    private final ShopProcess process;
    private final HttpClient http;
    private final VendureAdmin admin;
    private final VendurePromotions promotions;
    private final Map<Customer, Till> customers = new HashMap<>();
    private final String password;

    private VendureShop(ShopProcess process, HttpClient http, VendureAdmin admin, String password) {
        this.process = process;
        this.password = password;
        this.http = http;
        this.admin = admin;
        this.promotions = admin.promotions();
    }

    /** Whether a shop can be started here. */
    public static Availability available() {
        return Availability.ofNode();
    }

    /** Starts a shop that is installed in this module's build folder. */
    public static VendureShop start() {
        return start(0, PAGE);
    }

    /** The same at this port of 127.0.0.1. */
    public static VendureShop startAt(int port) {
        return start(port, PAGE);
    }

    /** The same, and shoppers may ask for so many products at once and no more. */
    public static VendureShop startWithPagesOf(int products) {
        return start(0, products);
    }

    private static VendureShop start(int port, int page) {
        Path folder =
                Path.of(
                                System.getProperty("truecart.root", ""),
                                "real-shops",
                                "target",
                                "npm",
                                "vendure")
                        .toAbsolutePath();
        Availability available = available();
        if (!available.present()) {
            throw new RealShopException(available.sentence());
        }
        NpmFolder.prepare(folder, VendureShop.class, "shop.js");
        String password = UUID.randomUUID().toString();
        ShopProcess process =
                ShopProcess.start(
                        folder,
                        "shop.js",
                        Map.of(
                                "SHOP_PASSWORD",
                                password,
                                "SHOP_PORT",
                                Integer.toString(port),
                                "SHOP_PAGE",
                                Integer.toString(page),
                                "VENDURE_DISABLE_TELEMETRY",
                                "true"),
                        START_LIMIT);
        HttpClient http = HttpClient.newHttpClient();
        try {
            VendureAdmin admin = VendureAdmin.open(http, address(process, "admin-api"), password);
            return new VendureShop(process, http, admin, password);
        } catch (RuntimeException e) {
            http.close();
            process.close();
            throw e;
        }
    }

    /** Where the catalogue and the customers are kept. */
    public VendureAdmin admin() {
        return admin;
    }

    /** What it takes off, and when. */
    public VendurePromotions promotions() {
        return promotions;
    }

    /**
     * What a basket costs: the codes are given first, then all lines at once, then the way to send
     * it is chosen.
     *
     * @throws VendureRefusal if the shop takes a code, a line or the way to send it not
     */
    public Quote quote(Basket basket) {
        List<OrderChange> changes = new ArrayList<>();
        basket.couponCodes().forEach(code -> changes.add(new ApplyCode(code)));
        changes.add(new AddLines(basket.lines()));
        int lines = changes.size() - 1;
        basket.shippingMethod().ifPresent(method -> changes.add(new ChooseShipping(method)));
        List<QuotedOrder> orders = play(basket.customer(), changes);
        return new Quote(orders.get(lines), orders.getLast());
    }

    /**
     * Makes changes to a new order.
     *
     * @param customer whose order it is; of somebody unknown if absent
     * @return the order after each change
     * @throws VendureRefusal if the shop declines one
     */
    public List<QuotedOrder> play(Optional<Customer> customer, List<OrderChange> changes) {
        Till till = customer.map(this::till).orElseGet(this::newTill);
        List<QuotedOrder> orders = new ArrayList<>();
        for (OrderChange change : changes) {
            orders.add(till.make(change));
        }
        return List.copyOf(orders);
    }

    /** Where others can call it: the Shop API, for connectors. */
    public URI shopApi() {
        return address(process, "shop-api");
    }

    /** Where others can call it with a key: the Admin API. */
    public URI adminApi() {
        return address(process, "admin-api");
    }

    /** What its keeper logs in to the Admin API with. */
    public String keeperPassword() {
        return password;
    }

    /** The last lines it printed. */
    public String printed() {
        return process.tail();
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }

    private Till newTill() {
        return new Till(new GraphQl(http, shopApi()));
    }

    // logging in is slow by design, and a customer has one open order at a time
    private Till till(Customer customer) {
        Till till =
                customers.computeIfAbsent(
                        customer,
                        who -> {
                            Till opened = newTill();
                            opened.logIn(who);
                            return opened;
                        });
        till.empty();
        return till;
    }

    private static URI address(ShopProcess process, String path) {
        return URI.create("http://127.0.0.1:" + process.port() + "/" + path);
    }
}
