package com.truecart.testkit.table;

import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.testkit.Behaviour;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code docs/contract-table.md}: what the contract tests of each kind showed, how far each
 * capability is proven, and whether planted faults are noticed. Run by {@code bin/contract}.
 */
public final class ContractTable {
    private static final String SERVICES =
            "src/main/resources/META-INF/services/com.truecart.spi.ConnectorProvider";

    private static final String EVERY_KIND = "*";

    private final List<Kind> kinds = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Fault> faults;

    ContractTable(Path root) throws IOException {
        try (Stream<Path> modules = Files.list(root.resolve("connectors"))) {
            for (Path module : modules.filter(Files::isDirectory).sorted().toList()) {
                List<Kind> found = Kind.of(module);
                kinds.addAll(found);
                found.forEach(kind -> complaints.addAll(kind.complaints()));
                if (found.isEmpty() && Files.exists(module.resolve(SERVICES))) {
                    complaints.add(module.getFileName() + ": has no levels file");
                }
            }
        }
        faults = Fault.seen(root.resolve("connectors/testkit/target/planted-faults.tsv"));
        faults.stream()
                .filter(fault -> !fault.isNoticed())
                .forEach(fault -> complaints.add("planted fault: " + fault.words()));
        if (faults.isEmpty()) {
            complaints.add("planted faults were not run");
        }
    }

    /**
     * Writes the table, or prints the column of one kind and writes nothing. Ends with 1 where a
     * kind is red or claims more than it shows.
     *
     * @param arguments the folder of the project, and the name of the one kind or {@code *}
     */
    public static void main(String[] arguments) throws IOException {
        Path root = Path.of(arguments[0]);
        ContractTable table = new ContractTable(root);
        if (arguments[1].equals(EVERY_KIND)) {
            String text = table.markdown();
            Files.writeString(root.resolve("docs/contract-table.md"), text);
            end(text, table.complaints);
        } else {
            Kind one = table.kind(arguments[1]);
            end(behaviours(List.of(one)), one.complaints());
        }
    }

    private static void end(String text, List<String> complaints) {
        System.out.println(text);
        complaints.forEach(System.err::println);
        System.exit(complaints.isEmpty() ? 0 : 1);
    }

    /**
     * The kind of this name.
     *
     * @throws IllegalArgumentException where no levels file has it
     */
    Kind kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no levels file of " + name));
    }

    /** What these kinds are seen to keep. */
    static String behaviours(List<Kind> kinds) {
        return table(
                "behaviour",
                Arrays.asList(Behaviour.values()),
                Behaviour::words,
                kinds,
                Kind::cell);
    }

    /** What is red, or claimed and not shown. */
    List<String> complaints() {
        return complaints;
    }

    String markdown() {
        return """
        # What each kind is seen to keep

        Written by `bin/contract` from the reports of the contract tests; do not edit. ✓ every test of the behaviour is green, **✗** one is red,
        ? one says it was not shown, – the kind does not claim it, empty: no contract test.

        %s%s
        ## How far each capability is proven

        *declared*: the kind says so. *contract*: its contract tests against a stand-in are green. *real-shop*: seen to hold at a shop system
        that nobody here wrote.

        %s
        ## Planted faults

        Each is one mistake in a connector that is good otherwise (`PlantedFault`), and turns exactly its own behaviours red.

        | mistake | turned red | as it should |
        | --- | --- | :-: |
        %s\
        """
                .formatted(
                        behaviours(kinds),
                        withoutReport(),
                        table(
                                "capability",
                                Arrays.asList(Capability.values()),
                                Capability::name,
                                kinds,
                                Kind::level),
                        faults.stream()
                                .map(fault ->
                                        "| %s | %s | %s |\n"
                                                .formatted(
                                                        fault.words(),
                                                        fault.turnedRed(),
                                                        fault.isNoticed() ? "✓" : "**✗**"))
                                .collect(Collectors.joining()));
    }

    /** Says whose column is empty because nothing was run. */
    private String withoutReport() {
        String names =
                kinds.stream()
                        .filter(kind -> kind.marks().isEmpty())
                        .map(Kind::name)
                        .collect(Collectors.joining(", "));
        return names.isEmpty()
                ? ""
                : "\nNo report of contract tests was there for: " + names + ".\n";
    }

    /** What stands at a kind in a row. */
    private interface Cell<R> {
        String of(Kind kind, R row);
    }

    private static <R> String table(
            String corner, List<R> rows, Function<R, String> name, List<Kind> kinds, Cell<R> cell) {
        StringBuilder text = new StringBuilder("| " + corner + " |");
        kinds.forEach(kind -> text.append(" ").append(kind.name()).append(" |"));
        text.append("\n| --- |").append(" :-: |".repeat(kinds.size())).append("\n");
        for (R row : rows) {
            text.append("| ").append(name.apply(row)).append(" |");
            kinds.forEach(kind -> text.append(" ").append(cell.of(kind, row)).append(" |"));
            text.append("\n");
        }
        return text.toString();
    }
}
