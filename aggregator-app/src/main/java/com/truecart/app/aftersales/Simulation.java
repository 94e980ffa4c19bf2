package com.truecart.app.aftersales;

import com.truecart.model.Localized;
import com.truecart.model.Money;
import java.util.List;

/** What would come back, worked out before anything is asked of the store. */
public sealed interface Simulation {

    /**
     * Worked out to the cent.
     *
     * @param engine the profile whose rules priced what stays; blank where nothing stays
     * @param returned what was paid for the units given back, earlier returns included
     * @param clawedBack what the units that stay get less of, by promotion
     * @param delivery the fee paid, where everything goes back; else what the parcel that stays
     *     costs more than was paid for delivery, negative
     * @param givenBackBefore what the store gave back already
     * @param refund what would come back now; refused where the rest does not lead there
     */
    record Worked(
            String engine,
            List<Returned> returned,
            List<ClawBack> clawedBack,
            Money delivery,
            Money givenBackBefore,
            Money refund)
            implements Simulation {
        public Worked {
            returned = List.copyOf(returned);
            clawedBack = List.copyOf(clawedBack);
            Money sum = delivery.minus(givenBackBefore);
            for (Returned one : returned) {
                sum = sum.plus(one.paid());
            }
            for (ClawBack one : clawedBack) {
                sum = sum.minus(one.amount());
            }
            if (!sum.max(Money.zero(sum.currency())).equals(refund)) {
                throw new IllegalArgumentException(
                        "the working comes to " + sum + ", the refund is " + refund);
            }
        }

        /** Whether the store gave more back already than is due. */
        public boolean isMoreThanDueBack() {
            return !refund.isPositive() && givenBackBefore.isPositive();
        }
    }

    /**
     * Cannot be worked out, and is not guessed.
     *
     * @param about the store's own words it fails on, where there are any
     */
    record NotWorked(Why why, List<Localized> about) implements Simulation {
        public NotWorked {
            about = List.copyOf(about);
        }
    }

    /** This asks for no money that could be worked out. */
    record NoMoney() implements Simulation {}

    /** Units of one line that go back. */
    record Returned(Localized title, int units, Money paid) {}

    /** What one promotion gives less to what stays. */
    record ClawBack(Localized promotion, Money amount) {}

    /** Why it cannot be worked out. */
    enum Why {
        /** The store has not said yet what it charges. */
        NOT_CHARGED,
        /** Nobody kept what the store stated when the order was made. */
        TERMS_UNKNOWN,
        /** A promotion is stated in words we do not understand. */
        UNMODELLED,
        /** What the store charged is not what its stated rules come to. */
        CHARGED_OTHERWISE,
        /** The store does not say what delivering less would cost. */
        DELIVERY_UNKNOWN
    }
}
