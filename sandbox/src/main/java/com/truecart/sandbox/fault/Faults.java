package com.truecart.sandbox.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The misbehaviour still to come, first ordered first served. */
public final class Faults {
    private final List<Fault> waiting = new ArrayList<>();

    /** Orders a fault. */
    public synchronized void inject(Fault fault) {
        waiting.add(fault);
    }

    /** Calls off everything that has not happened yet. */
    public synchronized void clear() {
        waiting.clear();
    }

    /** What has not happened yet. */
    public synchronized List<Fault> waiting() {
        return List.copyOf(waiting);
    }

    /** The fault this request meets, used up by the asking. */
    public synchronized Optional<Fault> take(String shop, String method, String path) {
        for (int i = 0; i < waiting.size(); i++) {
            Fault fault = waiting.get(i);
            if (fault.meets(shop, method, path)) {
                if (fault.times() == 1) {
                    waiting.remove(i);
                } else {
                    waiting.set(i, fault.times(fault.times() - 1));
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
