package com.truecart.connector.taobao;

import com.truecart.kit.WebAddress;
import com.truecart.kit.china.ProductSearch;
import com.truecart.kit.china.SearchCatalog;
import com.truecart.kit.china.Searches;
import com.truecart.kit.china.WindowedOrders;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Health;
import com.truecart.spi.KeyStability;
import com.truecart.spi.OrderLine;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Misconfigured;
import java.util.Optional;

/** One affiliate account at Taobao. */
final class TaobaoConnector implements Connector {
    private final Calls calls;
    private final Searches searches;
    private final SearchCatalog catalog;
    private final HandedOrders handedOrders;

    TaobaoConnector(ConnectorContext context) {
        String appKey = context.required(TaobaoProvider.APP_KEY);
        calls =
                new Calls(
                        WebAddress.of(context.required(TaobaoProvider.GATEWAY))
                                .orElseThrow(() ->
                                        new Misconfigured(
                                                TaobaoProvider.GATEWAY, "is no http(s) address")),
                        appKey,
                        context.requiredSecret(TaobaoProvider.APP_SECRET),
                        Place.of(context.required(TaobaoProvider.PID)),
                        context.required(TaobaoProvider.MATERIAL),
                        context.http(),
                        context.clock());
        searches = Searches.of(context);
        catalog =
                new SearchCatalog(
                        searches,
                        (words, page, _) -> calls.search(words, page),
                        new Translate(),
                        context.clock());
        handedOrders =
                new WindowedOrders(
                        AccountOrders.LONGEST, new AccountOrders(calls), context.clock());
    }

    @Override
    public Health check() {
        try {
            ProductSearch.Found found = calls.search(searches.words().getFirst(), 1);
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
                    "Ask for the permission package 27939 (推广者商品物料获取) in Taobao's console");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the gateway's address, or wait until Taobao answers again");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public KeyStability keyStability() {
        return KeyStability.PER_ACCOUNT;
    }

    @Override
    public Optional<HandOffLinks> handOff() {
        return Optional.of(this::link);
    }

    @Override
    public Optional<HandedOrders> handedOrders() {
        return Optional.of(handedOrders);
    }

    private HandOffLinks.Link link(OrderLine line) {
        return catalog.rowNow(row -> Translate.isOf(line.upstreamId(), row))
                .map(Translate::link)
                .map(at -> new HandOffLinks.Link(at, true))
                .orElseThrow(() ->
                        new UpstreamException.Unavailable(
                                "Taobao's searches no longer find " + line.upstreamId()));
    }

    @Override
    public void close() {}
}
