package com.truecart.connector.jd;

import com.truecart.kit.Json;
import com.truecart.kit.WebAddress;
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
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** One affiliate account at JD. */
final class JdConnector implements Connector {
    private final Calls calls;
    private final Scene scene;
    private final Searches searches;
    private final SearchCatalog catalog;
    private final Translate translate;
    private final String site;
    private final HandedOrders handedOrders;
    private final Clock clock;

    JdConnector(ConnectorContext context) {
        String appKey = context.required(JdProvider.APP_KEY);
        calls =
                new Calls(
                        gateway(context),
                        appKey,
                        context.requiredSecret(JdProvider.APP_SECRET),
                        context.http(),
                        context.clock());
        site = context.required(JdProvider.SITE);
        searches = Searches.of(context);
        scene =
                Scene.of(context.setting(JdProvider.SCENE).orElse("1"))
                        .orElseThrow(() -> new Misconfigured(JdProvider.SCENE, "is not 1 or 2"));
        translate = new Translate(scene);
        catalog =
                new SearchCatalog(
                        searches,
                        (words, page, _) -> calls.search(words, page, scene),
                        translate,
                        context.clock());
        clock = context.clock();
        handedOrders =
                new WindowedOrders(
                        AccountOrders.LONGEST, new AccountOrders(calls, translate), clock);
    }

    private static URI gateway(ConnectorContext context) {
        return WebAddress.of(context.required(JdProvider.GATEWAY))
                .orElseThrow(() -> new Misconfigured(JdProvider.GATEWAY, "is no http(s) address"));
    }

    @Override
    public Health check() {
        try {
            ProductSearch.Found found = calls.search(searches.words().getFirst(), 1, scene);
            return new Health.Up(
                    found.rows().size()
                            + " products on the first page for \""
                            + searches.words().getFirst()
                            + "\"");
        } catch (Misconfigured wrong) {
            return Health.Down.after(wrong, "Correct the setting " + wrong.setting());
        } catch (UpstreamException.Refused refused) {
            return Health.Down.after(
                    refused, "Ask for the permission in JD's console (union.jd.com)");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the gateway's address, or wait until JD answers again");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public KeyStability keyStability() {
        return scene.keys();
    }

    @Override
    public Optional<HandOffLinks> handOff() {
        return Optional.of(
                new HandOffLinks() {
                    @Override
                    public Link linkTo(OrderLine line) {
                        return link(line, Optional.empty());
                    }

                    @Override
                    public Link linkTo(OrderLine line, HandOffReference reference) {
                        return link(line, Optional.of(reference));
                    }
                });
    }

    @Override
    public Optional<HandedOrders> handedOrders() {
        return Optional.of(handedOrders);
    }

    private HandOffLinks.Link link(OrderLine line, Optional<HandOffReference> reference) {
        Optional<Json> found =
                switch (scene) {
                    case SKU -> calls.bySku(line.upstreamId());
                    case ITEM -> catalog.rowNow(row -> translate.isOf(line.upstreamId(), row));
                };
        Json row =
                found.orElseThrow(() ->
                        new UpstreamException.Unavailable(
                                "JD's searches no longer find " + line.upstreamId()));
        String material = Translate.material(row);
        Optional<String> coupon = Offers.couponFor(row, line.quantity(), clock.instant());
        return new HandOffLinks.Link(at(material, coupon, reference), true);
    }

    /** JD takes a name of ours from accounts with a permission of its own; others go without. */
    private URI at(String material, Optional<String> coupon, Optional<HandOffReference> reference) {
        try {
            return calls.link(site, material, coupon, reference);
        } catch (UpstreamException.Refused refused) {
            if (reference.isEmpty()) {
                throw refused;
            }
            return calls.link(site, material, coupon, Optional.empty());
        }
    }

    @Override
    public void close() {}
}
