package com.truecart.testkit;

import com.truecart.spi.Cursor;
import com.truecart.spi.Page;
import com.truecart.spi.Pull;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A whole pull, page by page.
 *
 * @param entries of all pages, in their order
 * @param skipped of all pages, in their order
 * @param cursors every place the pull could have been resumed from
 * @param end how it ended
 */
public record Pulled<T>(
        List<T> entries, List<Page.Skipped> skipped, List<Cursor> cursors, Page.Done end) {

    private static final int MOST_PAGES = 100_000;

    /** Pulls from {@code start} to the end. */
    public static <T> Pulled<T> from(Pull start, Function<Pull, Page<T>> source) {
        List<T> entries = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        List<Cursor> cursors = new ArrayList<>();
        Pull pull = start;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<T> page = source.apply(pull);
            entries.addAll(page.entries());
            skipped.addAll(page.skipped());
            switch (page.next()) {
                case Page.Done done -> {
                    return new Pulled<>(entries, skipped, cursors, done);
                }
                case Page.More(Cursor at) -> {
                    cursors.add(at);
                    pull = new Pull.Resume(at);
                }
            }
        }
        throw new AssertionError("a pull that does not end: " + MOST_PAGES + " pages so far");
    }

    /** Pulls everything. */
    public static <T> Pulled<T> everything(Function<Pull, Page<T>> source) {
        return from(new Pull.Everything(), source);
    }
}
