package com.truecart.app.compare;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.connection.Connections;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.HandOffLinks.Link;
import com.truecart.spi.OrderLine;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * The ways on to a store that a shopper buys at alone. Which offers are shown, and where, was
 * decided before: nothing here is known to it.
 */
@Service
public class HandOffs implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(HandOffs.class);

    /** A shopper has clicked and waits. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final Connections connections;
    private final Map<String, LinkGate> gates = new ConcurrentHashMap<>();
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    HandOffs(Connections connections) {
        this.connections = connections;
    }

    /**
     * The ways to one offer.
     *
     * @param made a link the store made for this visit
     * @param page the listing's own page, which nobody pays for
     */
    public record Ways(Optional<Link> made, Optional<URI> page) {}

    /**
     * Asks the store for a link, within its budget and a shopper's patience. Where none is to be
     * had, or too many are asked for just now, the listing's own page is left.
     */
    public Ways to(OfferFacts offer, int quantity) {
        return new Ways(
                made(offer, quantity).filter(link -> isWebPage(link.at())),
                offer.page().filter(HandOffs::isWebPage));
    }

    private Optional<Link> made(OfferFacts offer, int quantity) {
        String connectionId = offer.store().connectionId();
        Optional<ConnectorDescriptor> kind =
                connections
                        .find(connectionId)
                        .filter(connection -> connections.can(connection, Capability.HAND_OFF))
                        .flatMap(connections::descriptor);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Duration timeout = kind.get().budget().timeout();
        Duration wait = timeout.compareTo(LONGEST_WAIT) < 0 ? timeout : LONGEST_WAIT;
        OrderLine line = new OrderLine(offer.upstreamId(), quantity);
        LinkGate gate = gates.computeIfAbsent(connectionId, _ -> new LinkGate(kind.get().budget()));
        // the place is held by the asking itself: who gave up waiting does not make room
        Future<Optional<Link>> asked =
                askers.submit(() -> gate.through(() -> ask(connectionId, line)));
        try {
            return asked.get(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asked.cancel(true);
            LOG.info("{}: no link within {} ms", connectionId, wait.toMillis());
        } catch (ExecutionException e) {
            LOG.info("{}: no link: {}", connectionId, String.valueOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return Optional.empty();
    }

    private Optional<Link> ask(String connectionId, OrderLine line) {
        try (Connector connector = connections.open(connectionId)) {
            return connector.handOff().map((HandOffLinks links) -> links.linkTo(line));
        }
    }

    private static boolean isWebPage(URI uri) {
        return uri.getHost() != null
                && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    }

    @Override
    public void destroy() {
        askers.shutdownNow();
    }
}
