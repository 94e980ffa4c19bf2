package com.truecart.sandbox.magento;

import com.truecart.sandbox.SingleShop;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.magento.MagentoOrders.Progress;
import com.truecart.sandbox.store.BookedOrder;
import com.truecart.sandbox.store.Delivery;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.StoneHouseTill;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/** Stone House (石屋家品), a shop on Magento, and the handle on what a buyer cannot see. */
public final class StoneHouse implements AutoCloseable {
    private final SingleShop shop;
    private final MagentoShop door;

    private StoneHouse(SingleShop shop, MagentoShop door) {
        this.shop = shop;
        this.door = door;
    }

    /** Opens it on any free port. */
    public static StoneHouse open(MagentoTerms terms) {
        AtomicReference<MagentoShop> door = new AtomicReference<>();
        SingleShop shop =
                SingleShop.open(
                        MagentoTerms.shop(),
                        new StoneHouseTill(),
                        new Delivery(Clock.systemUTC(), Duration.ofHours(1), Duration.ofHours(2)),
                        (store, base) -> {
                            MagentoShop opened = new MagentoShop(store, base, terms);
                            door.set(opened);
                            return opened;
                        });
        return new StoneHouse(shop, door.get());
    }

    /** Its address, without a trailing slash. */
    public URI base() {
        return shop.base();
    }

    /** Where it publishes its promotions. */
    public URI promotionsFeed() {
        return URI.create(shop.base() + "/promotions.tsv");
    }

    /** What is on its shelf now. */
    public List<Offer> offers() {
        return shop.store().shelf().offers();
    }

    /** Its books, oldest order first. */
    public List<BookedOrder> orders() {
        return shop.store().book().orders();
    }

    /** Sets a selling price in cents. */
    public void setPrice(String sku, long price) {
        shop.store().shelf().setPrice(sku, price);
    }

    /** Sets how many are left. */
    public void setStock(String sku, int quantity) {
        shop.store().shelf().setStock(sku, quantity);
    }

    /** The misbehaviour still to come. */
    public Faults faults() {
        return shop.faults();
    }

    /** The shopkeeper hands over so many units of each line under this tracking number. */
    public void ship(String order, String tracking, int unitsOfEachLine) {
        Progress now = door.orders().progress(order);
        door.orders()
                .progress(
                        order,
                        new Progress(
                                now.status().equals("Pending") ? "Processing" : now.status(),
                                Optional.of(tracking),
                                unitsOfEachLine,
                                now.refunded()));
    }

    /** The shopkeeper gives so many cents back. */
    public void refund(String order, long cents) {
        Progress now = door.orders().progress(order);
        door.orders()
                .progress(
                        order,
                        new Progress(
                                now.status(),
                                now.tracking(),
                                now.shipped(),
                                now.refunded() + cents));
    }

    /** The shopkeeper says this of an order. */
    public void say(String order, String status) {
        Progress now = door.orders().progress(order);
        door.orders()
                .progress(
                        order, new Progress(status, now.tracking(), now.shipped(), now.refunded()));
    }

    @Override
    public void close() {
        shop.close();
    }
}
