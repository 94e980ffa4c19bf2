package com.truecart.app.order;

import java.time.Instant;

/**
 * What becomes of the goods of a part that was surely not placed.
 *
 * @param isShort whether the store has too few of them; else it refused for another reason
 * @param until when they are left out, unless something came of it before
 */
public record Shortage(boolean isShort, Step step, Instant until, Instant openedAt) {

    /** How far it is. */
    public enum Step {
        /** What was agreed to for this case is being done. */
        ACTING,
        /** The shopper is asked. */
        ASKING,
        /** They are left out. */
        CANCELLED,
        /** They were ordered elsewhere. */
        REPLACED,
        /** They were ordered once more at the same store. */
        TRIED_AGAIN,
        /** The shopper decided. */
        DECIDED;

        /** Whether something is still to become of them. */
        public boolean isOpen() {
            return switch (this) {
                case ACTING, ASKING -> true;
                case CANCELLED, REPLACED, TRIED_AGAIN, DECIDED -> false;
            };
        }

        /** Whether they were ordered anew within the same order. */
        public boolean isOrderedAnew() {
            return switch (this) {
                case REPLACED, TRIED_AGAIN -> true;
                case ACTING, ASKING, CANCELLED, DECIDED -> false;
            };
        }
    }
}
