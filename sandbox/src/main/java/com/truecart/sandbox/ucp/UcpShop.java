package com.truecart.sandbox.ucp;

import com.truecart.sandbox.feed.Feeds;
import com.truecart.sandbox.feed.Pages;
import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.store.Store;
import java.net.URI;
import java.util.Optional;

/** A shop that speaks the Universal Commerce Protocol over REST. */
public final class UcpShop implements Service {
    private final Feeds feeds;
    private final Pages pages;

    /** Opens the shop at its address. */
    public UcpShop(Store store, URI base, Optional<Long> express) {
        this.feeds = Feeds.promotionsOf(store, base);
        this.pages = new Pages(store, base);
    }

    @Override
    public Reply answer(Request request) {
        return feeds.answer(request)
                .or(() -> pages.answer(request))
                .orElseGet(() -> Reply.text(404, "text/plain", "Not found"));
    }
}
