package com.truecart.sandbox;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import com.truecart.sandbox.store.Delivery;
import com.truecart.sandbox.store.Ranges;
import com.truecart.sandbox.store.ShopTerms;
import com.truecart.sandbox.till.Till;
import com.truecart.sandbox.world.World;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A shop that stands alone, beside the street: for one protocol and its tests. */
public final class SingleShop implements AutoCloseable {
    private final Store store;
    private final Host host;
    private final Faults faults;

    private SingleShop(Store store, Host host, Faults faults) {
        this.store = store;
        this.host = host;
        this.faults = faults;
    }

    /** Opens it on any free port; when this returns, it answers. */
    public static SingleShop open(
            ShopTerms terms,
            Till till,
            Delivery delivery,
            BiFunction<Store, URI, ? extends Service> opening) {
        Faults faults = new Faults();
        Store store =
                new Store(
                        terms,
                        new Ranges(range(terms), List.of(terms)).shelf(terms),
                        till,
                        delivery,
                        Optional.empty());
        Host host = new Host(terms.id(), 0, faults);
        try {
            host.serve(opening.apply(store, host.base()));
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
        return new SingleShop(store, host, faults);
    }

    /** What this shop sells is all there is: there are no others to deal the rest out to. */
    private static World range(ShopTerms terms) {
        return new World(
                World.load().products().stream()
                        .filter(product -> terms.departments().contains(product.department()))
                        .toList());
    }

    /** Its address, without a trailing slash. */
    public URI base() {
        return host.base();
    }

    /** What stands behind its protocol. */
    public Store store() {
        return store;
    }

    /** The misbehaviour still to come. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        host.close();
        store.close();
    }
}
