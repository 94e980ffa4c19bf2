package com.truecart.connector.declarative;

import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.UpstreamException;

/** One shop, read by its definition. */
final class DeclarativeConnector implements Connector {
    private final DeclaredCatalog catalog;

    DeclarativeConnector(ConnectorContext context) {
        context.required(DeclarativeProvider.DEFINITION);
        catalog = new DeclaredCatalog(context);
    }

    @Override
    public Health check() {
        try {
            return new Health.Up(catalog.glance());
        } catch (UpstreamException.Misconfigured wrong) {
            return Health.Down.after(wrong, "Correct the setting or the definition");
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(
                    drifted, "Look at the shop in a browser and bring its definition up to date");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check whether the shop answers, and whether it lets us in");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public void close() {}
}
