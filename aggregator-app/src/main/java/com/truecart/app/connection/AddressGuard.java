package com.truecart.app.connection;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.boot.http.client.InetAddressFilter;
import org.springframework.stereotype.Component;

/**
 * Keeps calls out of the own network. It sits inside name resolution, so the addresses it judged
 * are the ones connected to: a name that resolves to something else a moment later gains nothing.
 */
@Component
public class AddressGuard implements DnsResolver {
    /** The list of special ranges is Boot's own, kept up to date there. */
    private static final InetAddressFilter PUBLIC =
            InetAddressFilter.externalAddresses().andNot(InetAddressFilter.internalAddresses());

    private final Set<String> allowed = ConcurrentHashMap.newKeySet();
    private final DnsResolver names;

    @org.springframework.beans.factory.annotation.Autowired
    AddressGuard(HttpSettings settings) {
        this(settings, SystemDefaultDnsResolver.INSTANCE);
    }

    AddressGuard(HttpSettings settings, DnsResolver names) {
        this.names = names;
        settings.allowedHosts().forEach(host -> allowed.add(host.toLowerCase(Locale.ROOT)));
    }

    /**
     * Allows one host and port of the own network for as long as this process runs; for what this
     * process itself starts.
     */
    public void allow(String host, int port) {
        allowed.add(host.toLowerCase(Locale.ROOT) + ":" + port);
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        return guarded(host, names.resolve(host), allowed.contains(plain(host)));
    }

    @Override
    public List<InetSocketAddress> resolve(String host, int port) throws UnknownHostException {
        List<InetSocketAddress> sockets = new ArrayList<>();
        for (InetAddress address : guarded(host, names.resolve(host), isAllowed(host, port))) {
            sockets.add(new InetSocketAddress(address, port));
        }
        return sockets;
    }

    @Override
    public String resolveCanonicalHostname(String host) throws UnknownHostException {
        return names.resolveCanonicalHostname(host);
    }

    private boolean isAllowed(String host, int port) {
        return allowed.contains(plain(host)) || allowed.contains(plain(host) + ":" + port);
    }

    private static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        return lower.startsWith("[") ? lower.substring(1, lower.length() - 1) : lower;
    }

    private static InetAddress[] guarded(String host, InetAddress[] found, boolean allowed)
            throws UnknownHostException {
        // one inner address among several is enough to refuse: which of them is tried is chance
        if (!allowed && !Arrays.stream(found).allMatch(PUBLIC::matches)) {
            throw new InnerAddressException(host);
        }
        return found;
    }

    /** The name leads into the own network. */
    static final class InnerAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        InnerAddressException(String host) {
            super(
                    "leads to "
                            + host
                            + ", which is not a public address; use a public one, or allow it under"
                            + " truecart.http.allowed-hosts");
        }
    }
}
