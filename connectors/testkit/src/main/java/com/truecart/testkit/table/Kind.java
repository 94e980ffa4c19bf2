package com.truecart.testkit.table;

import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.Levels;
import com.truecart.spi.Levels.Level;
import com.truecart.testkit.Behaviour;
import com.truecart.testkit.Behaviours;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * One row of the table.
 *
 * @param levels as its committed file claims
 * @param marks what its contract tests showed
 * @param handsOver whether it sends the shopper to the store to buy
 */
record Kind(String name, Levels levels, Map<Behaviour, Mark> marks, boolean handsOver) {

    private static final String LEVELS = "src/main/resources/META-INF/truecart/levels";

    /** What only a store that takes orders from us can show. */
    private static final Set<Behaviour> OF_ORDERS_TAKEN =
            EnumSet.of(Behaviour.LOST_ANSWER, Behaviour.LATE_SUCCESS, Behaviour.UNKNOWN_STATUS);

    /** The kinds a module is: one for each levels file. */
    static List<Kind> of(Path module) throws IOException {
        Path folder = module.resolve(LEVELS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".properties")).sorted().toList();
        }
        List<Report> reports = Report.of(module, "ContractTest");
        List<Kind> kinds = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString().replace(".properties", "");
            try (Reader text = Files.newBufferedReader(file)) {
                kinds.add(
                        kind(name, Levels.read(file.toString(), text), reports, files.size() == 1));
            }
        }
        return kinds;
    }

    private static Kind kind(String name, Levels levels, List<Report> reports, boolean alone) {
        Map<Behaviour, Map<String, Map<String, Mark>>> tests = new EnumMap<>(Behaviour.class);
        boolean handsOver = false;
        boolean takesOrders = false;
        for (Report report : reports) {
            String testClass = report.testClass().toLowerCase(Locale.ROOT);
            Optional<Behaviour> behaviour = Behaviours.shownBy(report.method());
            if (behaviour.isPresent() && (alone || testClass.startsWith(name.replace("-", "")))) {
                tests.computeIfAbsent(behaviour.get(), _ -> new TreeMap<>())
                        .computeIfAbsent(report.method(), _ -> new TreeMap<>())
                        .merge(testClass, report.mark(), Mark::and);
                handsOver |= report.method().startsWith("placingLeadsTheShopper");
                takesOrders |= report.method().startsWith("whatIsPlacedIsCharged");
            }
        }
        Map<Behaviour, Mark> marks = new EnumMap<>(Behaviour.class);
        tests.forEach((behaviour, methods) ->
                methods.values().stream()
                        .flatMap(classes ->
                                classes.values().stream().reduce(Mark::orElsewhere).stream())
                        .forEach(mark -> marks.merge(behaviour, mark, Mark::and)));
        return new Kind(name, levels, marks, handsOver && !takesOrders);
    }

    /** What stands in the table; a dash where it does not apply. */
    String cell(Behaviour behaviour) {
        return applies(behaviour)
                ? Optional.ofNullable(marks.get(behaviour)).map(Mark::sign).orElse(" ")
                : "–";
    }

    /** Why this row is not all green where it claims to be. */
    List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        for (Behaviour behaviour : Behaviour.values()) {
            Mark mark = marks.get(behaviour);
            Level claimed = levels.of(behaviour.capability());
            if (mark == Mark.RED) {
                complaints.add(name + ": " + behaviour.words() + " is red");
            } else if (applies(behaviour) && claimed != Level.DECLARED && mark != Mark.GREEN) {
                complaints.add(
                        name
                                + ": "
                                + behaviour.words()
                                + " is not shown, but "
                                + behaviour.capability()
                                + " claims "
                                + claimed.word());
            }
        }
        return complaints;
    }

    /** The level of a capability in the file's word; a dash where it is not declared. */
    String level(Capability capability) {
        return declares(capability) ? levels.of(capability).word() : "–";
    }

    private boolean applies(Behaviour behaviour) {
        return declares(behaviour.capability())
                && !(handsOver && OF_ORDERS_TAKEN.contains(behaviour));
    }

    private boolean declares(Capability capability) {
        return levels.byCapability().containsKey(capability);
    }
}
