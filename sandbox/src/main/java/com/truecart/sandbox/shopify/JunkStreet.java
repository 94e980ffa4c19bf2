package com.truecart.sandbox.shopify;

import com.truecart.sandbox.SingleShop;
import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.store.Delivery;
import com.truecart.sandbox.store.Offer;
import com.truecart.sandbox.till.JunkStreetTill;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Junk Street (雜貨街), a shop on Shopify, and the handle on what a buyer cannot see. */
public final class JunkStreet implements AutoCloseable {
    private final SingleShop shop;
    private final ShopifyShop door;

    private JunkStreet(SingleShop shop, ShopifyShop door) {
        this.shop = shop;
        this.door = door;
    }

    /** Opens it on any free port. */
    public static JunkStreet open(ShopifyTerms terms) {
        AtomicReference<ShopifyShop> door = new AtomicReference<>();
        SingleShop shop =
                SingleShop.open(
                        ShopifyTerms.shop(),
                        new JunkStreetTill(),
                        new Delivery(Clock.systemUTC(), Duration.ofHours(1), Duration.ofHours(2)),
                        (store, base) -> {
                            ShopifyShop opened = new ShopifyShop(store, base, terms);
                            door.set(opened);
                            return opened;
                        });
        return new JunkStreet(shop, door.get());
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

    /** The next call of the Storefront API is answered with the platform's word for "too often". */
    public void throttleNext() {
        door.throttleNext();
    }

    /** The shopper pays at this checkout: the cart behind it is gone. */
    public void buy(URI checkout) {
        door.buy(checkout);
    }

    @Override
    public void close() {
        shop.close();
    }
}
