package com.truecart.search.lucene;

import com.truecart.search.Cursor;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.util.PriorityQueue;

/**
 * Keeps the first so many products of a sort order, those up to the end of another page left out.
 */
final class Best {

    private final Optional<Cursor> after;
    private final PriorityQueue<Found> lastOnTop;
    private final int most;

    Best(int most, Optional<Cursor> after) {
        this.most = most;
        this.after = after;
        this.lastOnTop =
                new PriorityQueue<>(most) {
                    @Override
                    protected boolean lessThan(Found one, Found other) {
                        return one.compareTo(other) > 0;
                    }
                };
    }

    /** Whether a product with these numbers need not be looked at further. */
    boolean isFullBefore(long order, long salesRank) {
        if (lastOnTop.size() < most) {
            return false;
        }
        Found last = lastOnTop.top();
        return order > last.order() || (order == last.order() && salesRank > last.salesRank());
    }

    void offer(Found found) {
        if (after.isEmpty() || found.isAfter(after.get())) {
            lastOnTop.insertWithOverflow(found);
        }
    }

    /** First first; nothing is left afterwards. */
    List<Found> inOrder() {
        List<Found> all = new ArrayList<>();
        while (lastOnTop.size() > 0) {
            all.add(lastOnTop.pop());
        }
        Collections.reverse(all);
        return all;
    }
}
