package com.truecart.pages;

import com.truecart.app.handoff.Click;
import com.truecart.app.handoff.Clicks;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers the visits that tracked links were made for. */
final class ShelfClicks implements Clicks {
    private final List<Click> clicks = new CopyOnWriteArrayList<>();

    @Override
    public void issued(Click click) {
        clicks.add(click);
    }

    /** The visits so far, oldest first. */
    List<Click> all() {
        return List.copyOf(clicks);
    }
}
