package com.truecart.connector.pinduoduo;

import com.truecart.kit.china.ProductSearch;
import com.truecart.kit.china.SearchCatalog;
import com.truecart.kit.china.Searches;
import com.truecart.kit.china.WindowedOrders;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.HandOffReference;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Health;
import com.truecart.spi.KeyStability;
import com.truecart.spi.OrderLine;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.util.Optional;

/** One affiliate account at Pinduoduo. */
final class PinduoduoConnector implements Connector {
    private final Calls calls;
    private final Searches searches;
    private final SearchCatalog catalog;
    private final HandedOrders handedOrders;

    PinduoduoConnector(ConnectorContext context) {
        calls = new Calls(context);
        searches = Searches.of(context);
        catalog = new SearchCatalog(searches, calls::search, new Translate(), context.clock());
        handedOrders =
                new WindowedOrders(
                        AccountOrders.LONGEST, new AccountOrders(calls), context.clock());
    }

    @Override
    public Health check() {
        try {
            ProductSearch.Found found =
                    calls.search(searches.words().getFirst(), 1, Optional.empty());
            return new Health.Up(
                    found.rows().size()
                            + " products on the first page for \""
                            + searches.words().getFirst()
                            + "\"");
        } catch (Misconfigured wrong) {
            return Health.Down.after(wrong, "Correct the setting " + wrong.setting());
        } catch (UpstreamException.Refused refused) {
            return Health.Down.after(
                    refused,
                    "See Pinduoduo's console: permission, addresses that may call, filed users");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the gateway's address, or wait until Pinduoduo answers again");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    /** One product has several signs, and nobody has shown how long one stays. */
    @Override
    public KeyStability keyStability() {
        return KeyStability.UNPROVEN;
    }

    @Override
    public Optional<HandOffLinks> handOff() {
        return Optional.of(new Links(calls));
    }

    @Override
    public Optional<HandedOrders> handedOrders() {
        return Optional.of(handedOrders);
    }

    private record Links(Calls calls) implements HandOffLinks {
        @Override
        public Link linkTo(OrderLine line) {
            return new Link(calls.link(line.upstreamId(), Optional.empty()), true);
        }

        @Override
        public Link linkTo(OrderLine line, HandOffReference reference) {
            return new Link(calls.link(line.upstreamId(), Optional.of(reference)), true);
        }
    }

    @Override
    public void close() {}
}
