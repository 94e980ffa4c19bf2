package com.truecart.testkit.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A planted fault and what it did.
 *
 * @param expected the behaviours it should turn red
 * @param turnedRed those it did
 */
record Fault(String words, String expected, String turnedRed) {

    /** Those of the last run; none where it did not run. */
    static List<Fault> seen(Path file) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file).stream()
                .map(line -> List.of(line.split("\t", -1)))
                .map(cells -> new Fault(cells.get(0), cells.get(1), cells.get(2)))
                .toList();
    }

    boolean isNoticed() {
        return expected.equals(turnedRed);
    }
}
