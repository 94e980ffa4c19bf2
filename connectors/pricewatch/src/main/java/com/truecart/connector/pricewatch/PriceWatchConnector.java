package com.truecart.connector.pricewatch;

import com.truecart.model.Listing;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamException.Misconfigured;
import com.truecart.spi.UpstreamException.Refused;
import com.truecart.spi.UpstreamException.Throttled;
import com.truecart.spi.UpstreamException.Unanswered;
import com.truecart.spi.UpstreamException.Unavailable;
import java.util.List;
import java.util.Locale;

final class PriceWatchConnector implements Connector {
    private final Days days;
    private final Catalog catalog;

    PriceWatchConnector(ConnectorContext context) {
        this.days = new Days(context);
        this.catalog = new Catalog(days);
    }

    @Override
    public Health check() {
        try {
            List<Days.Day> all = days.all();
            Days.Day last = all.getLast();
            List<Listing> listings = days.read(last).listings();
            long sellers =
                    listings.stream()
                            .flatMap(listing -> listing.offers().stream())
                            .map(offer -> offer.seller().id())
                            .distinct()
                            .count();
            return new Health.Up(
                    String.format(
                            Locale.ROOT,
                            "%s: %,d products at %d chains (%d %s)",
                            last.date(),
                            listings.size(),
                            sellers,
                            all.size(),
                            all.size() == 1 ? "file" : "files"));
        } catch (UpstreamException e) {
            String problem = String.valueOf(e.getMessage());
            return new Health.Down(
                    problem,
                    switch (e) {
                        case Misconfigured _ -> "Correct the setting on the connections page.";
                        case Refused _ ->
                                "Ask the Consumer Council why the published file is closed to us, or point 'prices' to a folder of saved files.";
                        case Drifted _ ->
                                "Compare the file with the columns this connector knows ("
                                        + String.join(", ", Snapshot.COLUMNS)
                                        + "); if the published form has changed, the connector needs a new version.";
                        case Unavailable _, Throttled _, Unanswered _ ->
                                "Try again later, or point 'prices' to a folder of saved files.";
                    });
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public void close() {
        // every document is read and closed within one call
    }
}
