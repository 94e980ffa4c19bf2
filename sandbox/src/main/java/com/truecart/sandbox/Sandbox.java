package com.truecart.sandbox;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.pay.AlipayDesk;
import com.truecart.sandbox.pay.DeskHost;
import com.truecart.sandbox.pay.PaymentDesk;
import com.truecart.sandbox.pay.StripeDesk;
import com.truecart.sandbox.pay.WechatDesk;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Delivery;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.store.Ranges;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.ucp.UcpShop;
import com.truecart.sandbox.woo.WooShop;
import com.truecart.sandbox.world.World;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** The running street of shops, and the handle on everything a buyer cannot see. */
public final class Sandbox implements AutoCloseable {
    private record Open(Store store, Host host, RunningShop shop, Service service) {}

    private final Faults faults;
    private final Map<String, Open> shops;
    private final PaymentStreet payments;
    private final Host desk;

    private Sandbox(Faults faults, Map<String, Open> shops, PaymentStreet payments, Host desk) {
        this.faults = faults;
        this.shops = shops;
        this.payments = payments;
        this.desk = desk;
    }

    /** Opens every shop; when this returns, all of them answer. */
    public static Sandbox start(SandboxOptions options) {
        Faults faults = new Faults();
        List<Street.Plan> plans = Street.plans();
        Ranges ranges = new Ranges(World.load(), plans.stream().map(Street.Plan::terms).toList());
        Delivery delivery =
                new Delivery(options.clock(), options.shipAfter(), options.deliverAfter());
        Map<String, Open> shops = new LinkedHashMap<>();
        List<AutoCloseable> opened = new ArrayList<>();
        try {
            Host desk = new Host("control", options.basePort(), faults);
            opened.add(desk);
            int port = options.basePort();
            for (Street.Plan plan : plans) {
                Store store =
                        new Store(
                                plan.terms(),
                                ranges.shelf(plan.terms()),
                                plan.till(),
                                delivery,
                                options.journal());
                opened.add(store);
                port = port == 0 ? 0 : port + 1;
                Host host = new Host(plan.terms().id(), port, faults);
                opened.add(host);
                Service service = plan.opening().apply(store, host.base());
                if (service instanceof AutoCloseable part) {
                    opened.add(part);
                }
                host.serve(service);
                shops.put(
                        plan.terms().id(),
                        new Open(store, host, running(plan, host.base()), service));
            }
            PaymentStreet payments = PaymentStreet.open(port, faults, options.clock());
            opened.add(payments);
            Sandbox sandbox = new Sandbox(faults, shops, payments, desk);
            desk.serve(new ControlDesk(sandbox));
            return sandbox;
        } catch (RuntimeException e) {
            opened.reversed().forEach(part -> closeQuietly(part, e));
            throw e;
        }
    }

    /** Every shop, in the order of the ports. */
    public List<RunningShop> shops() {
        return shops.values().stream().map(Open::shop).toList();
    }

    /** One shop. */
    public RunningShop shop(String id) {
        return open(id).shop();
    }

    /** The handle on how a UCP shop behaves, and on what happens after an order there. */
    public UcpShop ucp(String id) {
        if (open(id).service() instanceof UcpShop shop) {
            return shop;
        }
        throw new NoSuchElementException(id + " speaks another protocol");
    }

    /** The handle on how a WooCommerce shop is set up, and on refunds there. */
    public WooShop woo(String id) {
        if (open(id).service() instanceof WooShop shop) {
            return shop;
        }
        throw new NoSuchElementException(id + " speaks another protocol");
    }

    /** The card payments, and how a merchant is told of them. */
    public DeskHost<StripeDesk> stripe() {
        return payments.stripe();
    }

    /** Alipay. */
    public DeskHost<AlipayDesk> alipay() {
        return payments.alipay();
    }

    /** WeChat Pay. */
    public DeskHost<WechatDesk> wechat() {
        return payments.wechat();
    }

    /** Every payment provider, in the order of the ports. */
    public List<DeskHost<? extends PaymentDesk>> payments() {
        return payments.all();
    }

    /** The misbehaviour still to come. */
    public Faults faults() {
        return faults;
    }

    /** A shop's books, oldest order first. */
    public List<BookedOrder> orders(String shopId) {
        return open(shopId).store().book().orders();
    }

    /** What is on a shop's shelf now. */
    public List<Offer> offers(String shopId) {
        return open(shopId).store().shelf().offers();
    }

    /** Sets a selling price in cents. */
    public void setPrice(String shopId, String sku, long price) {
        open(shopId).store().shelf().setPrice(sku, price);
    }

    /** Sets how many are left. */
    public void setStock(String shopId, String sku, int quantity) {
        open(shopId).store().shelf().setStock(sku, quantity);
    }

    /** The address of the control desk, which offers the same over HTTP. */
    public URI control() {
        return desk.base();
    }

    @Override
    public void close() {
        desk.close();
        shops.values()
                .forEach(open -> {
                    open.host().close();
                    if (open.service() instanceof UcpShop shop) {
                        shop.close();
                    }
                    open.store().close();
                });
        payments.close();
    }

    private Open open(String id) {
        Open open = shops.get(id);
        if (open == null) {
            throw new NoSuchElementException(
                    "No such shop: " + id + "; there are " + shops.keySet());
        }
        return open;
    }

    private static RunningShop running(Street.Plan plan, URI base) {
        ShopTerms terms = plan.terms();
        Optional<String> suffix =
                switch (plan.protocol()) {
                    case WOOCOMMERCE, UCP -> Optional.empty();
                    case FEED_XML -> Optional.of(".xml");
                    case FEED_TSV -> Optional.of(".tsv");
                };
        return new RunningShop(
                terms.id(),
                terms.name(),
                terms.nameZh(),
                plan.protocol(),
                base,
                suffix.map(s -> URI.create(base + "/products" + s)),
                URI.create(base + "/promotions" + suffix.orElse(".tsv")),
                terms.deliveryFee(),
                terms.freeFrom(),
                terms.deliversWithinDays(),
                ShopTerms.CURRENCY);
    }

    private static void closeQuietly(AutoCloseable part, RuntimeException cause) {
        try {
            part.close();
        } catch (Exception e) {
            cause.addSuppressed(e);
        }
    }
}
