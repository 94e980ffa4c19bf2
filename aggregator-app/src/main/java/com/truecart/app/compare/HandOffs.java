package com.truecart.app.compare;

import com.truecart.app.catalog.OfferFacts;
import com.truecart.app.catalog.ProductFacts;
import com.truecart.app.connection.Connections;
import com.truecart.app.handoff.Click;
import com.truecart.app.handoff.Clicks;
import com.truecart.app.handoff.FreshReference;
import com.truecart.model.Money;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.HandOffLinks.Link;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.OrderLine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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
import org.springframework.web.ErrorResponseException;

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
    private final Markets markets;
    private final Clicks clicks;
    private final Clock clock;
    private final Map<String, LinkGate> gates = new ConcurrentHashMap<>();
    private final ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor();

    HandOffs(Connections connections, Markets markets, Clicks clicks, Clock clock) {
        this.connections = connections;
        this.markets = markets;
        this.clicks = clicks;
        this.clock = clock;
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
     * had, or too many are asked for just now, the listing's own page is left. A visit by a link
     * the store pays for is kept, so that the shopper can be told what became of it.
     *
     * @param product the one the offer is of
     */
    public Ways to(ProductFacts product, OfferFacts offer, int quantity, UUID shopper) {
        HandOffReference reference = FreshReference.next();
        Optional<Link> link = made(offer, quantity, reference).filter(made -> isWebPage(made.at()));
        if (link.filter(Link::tracked).isPresent()) {
            clicks.issued(click(product, offer, quantity, shopper, reference));
        }
        return new Ways(link, offer.page().filter(HandOffs::isWebPage));
    }

    private Click click(
            ProductFacts product,
            OfferFacts offer,
            int quantity,
            UUID shopper,
            HandOffReference reference) {
        Market market = markets.forOffersOf(List.of(product));
        return new Click(
                reference,
                shopper,
                offer.store().connectionId(),
                market.nameOf(offer.store()),
                product.id(),
                offer.upstreamId(),
                offer.listingTitle(),
                quantity,
                predicted(market, product, offer, quantity),
                clock.instant());
    }

    private static Optional<Money> predicted(
            Market market, ProductFacts product, OfferFacts offer, int quantity) {
        try {
            return market.offersOf(product, quantity).stream()
                    .filter(priced -> priced.offer().id() == offer.id())
                    .map(PricedOffer::goods)
                    .findFirst();
        } catch (ErrorResponseException moreMoneyThanCanBePriced) {
            return Optional.empty();
        }
    }

    private Optional<Link> made(OfferFacts offer, int quantity, HandOffReference reference) {
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
                askers.submit(() -> gate.through(() -> ask(connectionId, line, reference)));
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

    private Optional<Link> ask(String connectionId, OrderLine line, HandOffReference reference) {
        try (Connector connector = connections.open(connectionId)) {
            return connector.handOff().map((HandOffLinks links) -> links.linkTo(line, reference));
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
