package com.truecart.chaos;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of notifications in no order, beside what came of the same errands in order.
 *
 * @param different where an errand ended otherwise
 * @param unsettled what still moved at the end
 * @param brought in no order, repetitions and forged ones included
 * @param events that were different from one another, in both rounds
 * @param kept on record, which should be as many
 * @param lookUps of providers in order, in no order, and while all was sent again
 */
record HookVerdict(
        int errands,
        List<String> different,
        int unsettled,
        int brought,
        int replayed,
        int tooOld,
        int toldLater,
        int genuineRefused,
        Map<String, Integer> forged,
        Map<String, Integer> forgedAccepted,
        Map<String, Long> events,
        Map<String, Long> kept,
        List<Integer> lookUps,
        List<Duration> times) {

    /** Whether nothing at all went wrong. */
    boolean isClean() {
        return different.isEmpty()
                && unsettled == 0
                && genuineRefused == 0
                && forgedAccepted.isEmpty()
                && events.equals(kept);
    }

    int forgedInAll() {
        return forged.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** For people. */
    String text() {
        long each = Math.max(1, events.values().stream().mapToLong(Long::longValue).sum() / 2);
        return """
        errands                    %,d, each in order and in no order; %d ended otherwise, %d things still moved
        brought in no order        %,d notifications: %,d of them sent again after the end, %,d forged
        forged and accepted        %d %s
        forged                     %s
        genuine and refused        %d (and %,d too old when they were sent again; %,d times the sender was told to come later)
        different events, both     %s
        on record                  %s
        look-ups in order          %,d, %.2f an event
        look-ups in no order       %,d, %.2f an event; %,d more while all was sent again
        in order %d s, in no order %d s, sent again %d s
        """
                .formatted(
                        errands,
                        different.size(),
                        unsettled,
                        brought,
                        replayed,
                        forgedInAll(),
                        forgedAccepted.values().stream().mapToInt(Integer::intValue).sum(),
                        forgedAccepted.isEmpty() ? "" : forgedAccepted,
                        new TreeMap<>(forged),
                        genuineRefused,
                        tooOld,
                        toldLater,
                        events,
                        kept,
                        lookUps.get(0),
                        lookUps.get(0) / (double) each,
                        lookUps.get(1),
                        lookUps.get(1) / (double) each,
                        lookUps.get(2),
                        times.get(0).toSeconds(),
                        times.get(1).toSeconds(),
                        times.get(2).toSeconds());
    }
}
