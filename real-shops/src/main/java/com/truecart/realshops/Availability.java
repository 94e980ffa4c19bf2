package com.truecart.realshops;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a shop can be run on this machine.
 *
 * @param present whether it can
 * @param sentence what is there, or what is missing and how to get it; for people
 */
public record Availability(boolean present, String sentence) {

    /** Whether Node.js and its package installer are on the path. */
    public static Availability ofNode() {
        List<String> missing = new ArrayList<>();
        for (String program : List.of("node", "npm")) {
            if (!onPath(program)) {
                missing.add(program);
            }
        }
        return missing.isEmpty()
                ? new Availability(true, "node and npm are on the path.")
                : new Availability(
                        false,
                        "No "
                                + String.join(" and no ", missing)
                                + " on the path: install Node.js 20 or newer (apt-get install"
                                + " nodejs npm) to run real shops.");
    }

    private static boolean onPath(String program) {
        String path = System.getenv("PATH");
        if (path == null) {
            return false;
        }
        for (String folder : path.split(File.pathSeparator, -1)) {
            if (!folder.isEmpty() && Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
