package com.truecart.testkit.corner;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The code in the connector guide is cut from the corner shop, which compiles and keeps the
 * contract. {@code -Dtruecart.writeGuide=true} writes it anew.
 */
class GuideTest {
    private static final Path ROOT = Path.of(System.getProperty("truecart.root", "../.."));
    private static final Path GUIDE = ROOT.resolve("docs/connector-guide.md");
    private static final Path SOURCES =
            ROOT.resolve("connectors/testkit/src/test/java/com/truecart/testkit/corner");

    private static final Pattern SNIPPET =
            Pattern.compile("<!-- code: (\\S+) (\\S+) -->\n```java\n(.*?)```", Pattern.DOTALL);

    private static final Pattern MARK = Pattern.compile("(?m)^\\s*// guide: (\\S+)$");

    @Test
    void theCodeOfTheGuideIsTheCodeThatIsTested() throws IOException {
        String guide = Files.readString(GUIDE);
        String anew =
                SNIPPET.matcher(guide)
                        .replaceAll(found -> Matcher.quoteReplacement(snippet(found)));
        if (Boolean.getBoolean("truecart.writeGuide")) {
            Files.writeString(GUIDE, anew);
        }
        assertThat(guide)
                .as("run this test with -Dtruecart.writeGuide=true and commit the guide")
                .isEqualTo(anew);
    }

    @Test
    void everyMarkedPieceOfTheCornerShopIsInTheGuide() throws IOException {
        String guide = Files.readString(GUIDE);
        List<String> missing = new ArrayList<>();
        try (var files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                Matcher marks = MARK.matcher(Files.readString(file));
                while (marks.find()) {
                    String place = file.getFileName() + " " + marks.group(1);
                    if (!guide.contains("<!-- code: " + place + " -->")) {
                        missing.add(place);
                    }
                }
            }
        }
        assertThat(missing).as("marked, but not in the guide").isEmpty();
    }

    private static String snippet(MatchResult found) {
        String file = found.group(1);
        String name = found.group(2);
        return "<!-- code: " + file + " " + name + " -->\n```java\n" + region(file, name) + "```";
    }

    private static String region(String file, String name) {
        try {
            List<String> lines = Files.readAllLines(SOURCES.resolve(file));
            int from = indexOf(lines, "// guide: " + name, 0);
            int to = indexOf(lines, "// end", from);
            List<String> cut = lines.subList(from + 1, to);
            int indent =
                    cut.stream()
                            .filter(line -> !line.isBlank())
                            .mapToInt(line -> line.length() - line.stripLeading().length())
                            .min()
                            .orElse(0);
            StringBuilder text = new StringBuilder();
            for (String line : cut) {
                text.append(line.isBlank() ? "" : line.substring(indent)).append("\n");
            }
            return text.toString().stripTrailing() + "\n";
        } catch (IOException missing) {
            throw new AssertionError(file + " is not among the corner shop's sources", missing);
        }
    }

    private static int indexOf(List<String> lines, String wanted, int from) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(wanted)) {
                return i;
            }
        }
        throw new AssertionError("no line \"" + wanted + "\"");
    }
}
