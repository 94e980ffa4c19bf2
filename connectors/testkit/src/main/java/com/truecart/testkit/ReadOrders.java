package com.truecart.testkit;

import com.truecart.spi.Cursor;
import com.truecart.spi.HandedOrder;
import com.truecart.spi.HandedOrders;
import com.truecart.spi.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * What became of hand-offs, read to the end.
 *
 * @param orders every statement of a line, repeats too, in the order they came
 * @param watermark where a later reading goes on
 */
public record ReadOrders(List<HandedOrder> orders, List<Page.Skipped> skipped, Cursor watermark) {
    private static final int MOST_PAGES = 10_000;

    public ReadOrders {
        orders = List.copyOf(orders);
        skipped = List.copyOf(skipped);
    }

    /** Reads from here to the end. */
    public static ReadOrders from(HandedOrders source, Cursor start) {
        List<HandedOrder> orders = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        Cursor at = start;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<HandedOrder> page = source.page(at);
            orders.addAll(page.entries());
            skipped.addAll(page.skipped());
            switch (page.next()) {
                case Page.More(Cursor next) -> at = next;
                case Page.Done done -> {
                    return new ReadOrders(
                            orders,
                            skipped,
                            done.watermark()
                                    .orElseThrow(() ->
                                            new AssertionError("the end gives no watermark")));
                }
            }
        }
        throw new AssertionError("no end after " + MOST_PAGES + " pages");
    }
}
