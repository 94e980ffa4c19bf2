package com.truecart.connector.shopify;

import com.truecart.kit.WebAddress;
import com.truecart.spi.HandOffLinks;
import com.truecart.spi.OrderLine;
import com.truecart.spi.UpstreamException.Drifted;

/** Cart permalinks: {@code /cart/<variant>:<quantity>} fills a cart and opens the checkout. */
final class CartLinks implements HandOffLinks {
    private final Shop shop;

    CartLinks(Shop shop) {
        this.shop = shop;
    }

    @Override
    public Link linkTo(OrderLine line) {
        if (!line.upstreamId().matches("\\d{1,20}")) {
            throw new Drifted("variants of Shopify are numbered, found " + line.upstreamId());
        }
        String address = shop.address() + "/cart/" + line.upstreamId() + ":" + line.quantity();
        return new Link(
                WebAddress.of(address).orElseThrow(() -> new Drifted("no address: " + address)),
                false);
    }
}
