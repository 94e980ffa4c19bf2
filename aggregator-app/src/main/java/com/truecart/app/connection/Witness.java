package com.truecart.app.connection;

import java.util.function.Supplier;

/** Sees what goes over the wire while a connector is asked something. */
@FunctionalInterface
public interface Witness {
    /**
     * A call has ended.
     *
     * @param exchanged worked out only where somebody wants to know
     */
    void saw(Supplier<Exchanged> exchanged);
}
