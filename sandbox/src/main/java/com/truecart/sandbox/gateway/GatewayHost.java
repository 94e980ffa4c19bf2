package com.truecart.sandbox.gateway;

import com.truecart.sandbox.fault.Faults;
import com.truecart.sandbox.http.Host;
import com.truecart.sandbox.http.Service;
import java.net.URI;

/**
 * One platform on a port of its own.
 *
 * @param <P> the platform, for looking at what a caller cannot see
 */
public final class GatewayHost<P extends Service> implements AutoCloseable {
    private final P platform;
    private final Faults faults = new Faults();
    private final Host host;

    /** Opens the platform on any free port. */
    public GatewayHost(String name, P platform) {
        this.platform = platform;
        host = new Host(name, 0, faults);
        host.serve(platform);
    }

    /** The address, without a trailing slash. */
    public URI base() {
        return host.base();
    }

    /** The platform behind the port. */
    public P platform() {
        return platform;
    }

    /** The misbehaviour still to come. */
    public Faults faults() {
        return faults;
    }

    @Override
    public void close() {
        host.close();
    }
}
