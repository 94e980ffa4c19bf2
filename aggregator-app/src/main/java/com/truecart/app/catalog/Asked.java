package com.truecart.app.catalog;

import com.truecart.model.Money;
import java.time.Instant;

/** What became of asking a store for the price of one offer anew. */
public sealed interface Asked {

    /** When. */
    Instant at();

    /**
     * The store has answered, and the answer is on record.
     *
     * @param was the shelf price that was on record before
     * @param now the one the store stated; often the same
     */
    record Answered(Money was, Money now, Instant at) implements Asked {
        public boolean isChanged() {
            return !was.equals(now);
        }
    }

    /** The store says that it lists this no longer; the next pull withdraws it. */
    record NoLongerListed(Instant at) implements Asked {}

    /** No answer yet; one that still comes goes on record. */
    record Waiting(Instant at) implements Asked {}

    /** Not asked: what the store may be asked just now is needed for pulls and orders. */
    record NoRoom(Instant at) implements Asked {}

    /** Asked in vain; what is on record stands. */
    record Failed(Reason reason, Instant at) implements Asked {}

    /** Why asking failed. */
    enum Reason {
        /** It cannot be reached or gives no whole answer. */
        UNREACHABLE,
        /** It wants to be asked less often. */
        TOO_OFTEN,
        /** It refuses us, or its answer cannot be used: the operator's to mend. */
        UNUSABLE,
        /** The answer could not be recorded. */
        OURS
    }
}
