package com.truecart.pricing.plan.bound;

/** How a part of the choices is divided in two. */
sealed interface Branching {
    /** A step counts at a store or does not. */
    record ByStep(int store, int step) implements Branching {}

    /** A take is bought or is not. */
    record ByTake(int take, int want) implements Branching {}

    /** There is one choice left. */
    record Single() implements Branching {}
}
