package com.truecart.sandbox.pay;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import java.net.URI;
import java.util.function.Function;

/**
 * A provider on a port of its own.
 *
 * @param <D> the provider, for looking at what a merchant cannot see
 */
public final class DeskHost<D extends PaymentDesk> implements AutoCloseable {
    private final Host host;
    private final D desk;
    private final Faults faults;

    private DeskHost(Host host, D desk, Faults faults) {
        this.host = host;
        this.desk = desk;
        this.faults = faults;
    }

    /** Opens it on a port, 0 for any free one; when this returns, it answers. */
    public static <D extends PaymentDesk> DeskHost<D> open(
            String id, int port, Faults faults, Function<URI, D> opening) {
        Host host = new Host(id, port, faults);
        try {
            D desk = opening.apply(host.base());
            host.serve(desk);
            return new DeskHost<>(host, desk, faults);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** The address, without a trailing slash. */
    public URI base() {
        return host.base();
    }

    /** The provider behind the port. */
    public D desk() {
        return desk;
    }

    /** The misbehaviour still to come. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        host.close();
        desk.close();
    }
}
