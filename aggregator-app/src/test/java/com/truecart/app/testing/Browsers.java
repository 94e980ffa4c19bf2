package com.truecart.app.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser for tests: the Chromium of this machine, never one downloaded. Begin with {@link
 * #open}, which skips the test where there is none and fails in CI (environment CI=true), where a
 * missing browser would hide everything these tests guard.
 */
public final class Browsers implements AutoCloseable {

    /** A desktop screen. */
    public static final int WIDE = 1280;

    /** A phone. */
    public static final int NARROW = 390;

    private static final List<String> ARGUMENTS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final Browser browser;

    private Browsers(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts the browser, or skips the calling test with a sentence. */
    public static Browsers open() {
        Optional<Path> chromium = chromium();
        if (chromium.isEmpty()) {
            String sentence =
                    "No Chromium on the path: install it (apt-get install chromium) to run the"
                            + " browser tests.";
            if ("true".equals(System.getenv("CI"))) {
                throw new AssertionError(sentence);
            }
            System.out.println("Skipped: " + sentence);
            Assumptions.abort(sentence);
        }
        Playwright playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium.orElseThrow())
                                        .setArgs(ARGUMENTS));
        return new Browsers(playwright, browser);
    }

    private static Optional<Path> chromium() {
        Stream<Path> folders =
                Arrays.stream(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
        return folders.flatMap(folder ->
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .map(folder::resolve))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** A fresh visitor, without cookies; close the context of the page when done. */
    public Page visitor(int width, String language) {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setViewportSize(width, 900)
                                .setLocale(language));
        context.setDefaultTimeout(15_000);
        return context.newPage();
    }

    /** A visitor whose browser runs no scripts. */
    public Page visitorWithoutScript(int width, String language) {
        return browser.newContext(
                        new Browser.NewContextOptions()
                                .setJavaScriptEnabled(false)
                                .setViewportSize(width, 900)
                                .setLocale(language))
                .newPage();
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
