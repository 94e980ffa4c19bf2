package com.truecart.connector.alibaba1688;

import com.truecart.kit.china.SearchCatalog;
import com.truecart.kit.china.Searches;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.OrderGateway;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.util.Optional;

/** One buying account at 1688. */
final class Alibaba1688Connector implements Connector {
    private final Calls calls;
    private final Searches searches;
    private final SearchCatalog catalog;
    private final Orders orders;

    Alibaba1688Connector(ConnectorContext context) {
        calls = new Calls(context);
        searches = Searches.of(context);
        catalog =
                new SearchCatalog(
                        searches, new OfferSearch(calls), new Translate(), context.clock());
        orders = new Orders(calls, context.clock());
    }

    @Override
    public Health check() {
        try {
            Calls.Answer answer = calls.search(searches.words().getFirst(), 1, 1);
            return new Health.Up(
                    answer.body().optionalNumber("totalRecords").orElse(0)
                            + " offers for \""
                            + searches.words().getFirst()
                            + "\"");
        } catch (Misconfigured wrong) {
            return Health.Down.after(wrong, "Correct the setting " + wrong.setting());
        } catch (UpstreamException.Refused refused) {
            return Health.Down.after(
                    refused,
                    "Authorise the account again, or order the solution in the open platform's"
                            + " console (open.1688.com)");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the gateway's address, or wait until 1688 answers again");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public Optional<OrderGateway> orders() {
        return Optional.of(orders);
    }

    @Override
    public void close() {}
}
