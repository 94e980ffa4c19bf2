package com.truecart.sandbox.feed;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.http.Service;
import com.truecart.sandbox.shop.Store;
import java.net.URI;

/** A shop that only publishes: feeds and pages, no cart. */
public final class FeedShop implements Service {
    private final Feeds feeds;
    private final Pages pages;

    /** Opens the shop at its address. */
    public FeedShop(Store store, URI base, boolean chineseTitles) {
        this.feeds = Feeds.of(store, base, chineseTitles);
        this.pages = new Pages(store, base);
    }

    @Override
    public Reply answer(Request request) {
        return feeds.answer(request)
                .or(() -> pages.answer(request))
                .orElseGet(() -> Reply.text(404, "text/plain", "Not found"));
    }
}
