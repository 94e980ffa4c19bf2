package com.truecart.app.basket;

import com.truecart.pricing.plan.PurchasePlan;

/** Somebody who watches a search and may call it off. */
public interface PlanProgress {

    /** Nobody watches. */
    PlanProgress UNWATCHED =
            new PlanProgress() {
                @Override
                public void better(PurchasePlan plan) {
                    // nobody to tell
                }

                @Override
                public boolean isCalledOff() {
                    return false;
                }
            };

    /** A cheaper plan than all before was found; told by the searching thread. */
    void better(PurchasePlan plan);

    /** Whether the search shall end now; asked often, by the searching thread. */
    boolean isCalledOff();
}
