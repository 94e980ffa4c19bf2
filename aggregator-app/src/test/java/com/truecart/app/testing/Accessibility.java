package com.truecart.app.testing;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * Looks for what keeps people from using a page, with axe-core and the rules of WCAG 2.2 A and AA.
 */
public final class Accessibility {

    private static final String AXE = script();

    private static final String CHECK =
            """
            async () => {
              const found = await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']});
              return found.violations
                .filter(one => one.impact === 'serious' || one.impact === 'critical')
                .map(one => one.id + ': ' + one.help + ' at ' + one.nodes.map(node => node.target.join(' ') + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | '));
            }
            """;

    private Accessibility() {}

    /** What is serious or critical on this page, one sentence each; empty where all is well. */
    public static List<String> barriers(Page page) {
        // run by the debugger, so the page's own content security policy does not keep it out
        page.evaluate(AXE);
        return ((List<?>) page.evaluate(CHECK)).stream().map(String::valueOf).toList();
    }

    private static String script() {
        try (InputStream axe =
                Objects.requireNonNull(
                        Accessibility.class.getResourceAsStream("/axe.min.js"),
                        "axe.min.js is in com.deque.html.axe-core:playwright")) {
            return new String(axe.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
