package com.truecart.app.order;

import java.util.Map;

/**
 * What shoppers do not want any more of what they ordered. Asked each time, never kept: a store may
 * refuse, and then deliver nothing for a reason of its own.
 */
@FunctionalInterface
public interface CalledOff {

    /**
     * How many units of this part its shopper does not want any more, by line number; lines of
     * which all are wanted may be missing.
     */
    Map<Integer, Integer> units(SubOrderId part);
}
