package com.truecart.kit.phrase;

import com.truecart.model.Benefit;
import com.truecart.model.Promotion.Stage;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;

/**
 * What a phrase says: a {@link com.truecart.model.Promotion} without the circumstances it was found
 * in.
 */
public record Meaning(Stage stage, Scope scope, Trigger trigger, Benefit benefit) {

    /** Changes the price of each unit of the offer it stands on. */
    public static Meaning perUnit(Benefit benefit) {
        return new Meaning(Stage.ITEM, new Scope.ThisOffer(), new Trigger.Always(), benefit);
    }

    /** Rewards several units of the offer it stands on. */
    public static Meaning multiBuy(Benefit benefit) {
        return new Meaning(Stage.QUANTITY, new Scope.ThisOffer(), new Trigger.Always(), benefit);
    }

    /** The same, for another set of lines. */
    public Meaning within(Scope other) {
        return new Meaning(stage, other, trigger, benefit);
    }

    /** The same, under a condition. */
    public Meaning when(Trigger condition) {
        return new Meaning(stage, scope, condition, benefit);
    }

    /** Looks at the whole order of the seller, as far as it is made of the offer it stands on. */
    public static Meaning order(Benefit benefit) {
        return new Meaning(Stage.STORE_ORDER, new Scope.ThisOffer(), new Trigger.Always(), benefit);
    }

    /** The same, in another place of the order. */
    public Meaning at(Stage other) {
        return new Meaning(other, scope, trigger, benefit);
    }
}
