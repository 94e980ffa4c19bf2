package com.truecart.connector.__PACKAGE__;

import com.truecart.kit.WebAddress;
import com.truecart.model.Localized;
import com.truecart.model.Seller;
import com.truecart.spi.CatalogSource;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.Health;
import com.truecart.spi.UpstreamException;
import java.net.URI;

/** One shop. */
final class ShopConnector implements Connector {
    private final Calls calls;
    private final Catalog catalog;

    ShopConnector(ConnectorContext context) {
        URI shop =
                WebAddress.of(context.required(__CLASS__Provider.SHOP))
                        .orElseThrow(() ->
                                new UpstreamException.Misconfigured(
                                        __CLASS__Provider.SHOP, "is not an http(s) address"));
        String name = context.setting(__CLASS__Provider.SHOP_NAME).orElse(shop.getHost());
        Seller seller = new Seller("shop", Localized.of(Localized.UNSTATED, name));
        calls = new Calls(shop, context.http());
        catalog = new Catalog(calls, new Translate(seller), context.clock());
    }

    @Override
    public Health check() {
        try {
            return new Health.Up(calls.products(1).products().size() + " products on a page");
        } catch (UpstreamException.Drifted drifted) {
            return Health.Down.after(drifted, "Check that the address is a shop of this kind");
        } catch (UpstreamException problem) {
            return Health.Down.after(
                    problem, "Check the address, or ask the shop whether it lets us in");
        }
    }

    @Override
    public CatalogSource catalog() {
        return catalog;
    }

    @Override
    public void close() {}
}
