package com.truecart.chaos;

import com.truecart.app.payment.PlantedNotices;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code bin/bench webhooks [NOTIFICATIONS] [--seed N] [--plant BUG]}; ends with 1 where anything
 * went wrong, with a bug planted too.
 */
public final class WebhooksMain {
    private static final int ALL = 20_000;
    private static final Duration LATE = Duration.ofSeconds(20);

    private WebhooksMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int notifications = ALL;
        long seed = 20261126;
        String plant = "";
        for (int i = 0; i < arguments.length; i++) {
            switch (arguments[i]) {
                case "--seed" -> seed = Long.parseLong(arguments[++i]);
                case "--plant" -> plant = known(arguments[++i]);
                default -> notifications = Integer.parseInt(arguments[i]);
            }
        }
        Path folder = Files.createTempDirectory("webhooks");
        HookVerdict verdict;
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                HookRun run =
                        new HookRun(
                                seed,
                                notifications,
                                LATE,
                                plant,
                                postgres.getJdbcUrl("postgres", "postgres"),
                                folder)) {
            verdict = run.run();
        }
        System.out.print(
                "seed "
                        + seed
                        + (plant.isEmpty() ? ", nothing planted\n" : ", planted: " + plant + "\n")
                        + verdict.text());
        System.out.println(verdict.isClean() ? "clean" : "RED; logs in " + folder);
        verdict.different().stream().limit(3).forEach(System.out::println);
        System.exit(verdict.isClean() ? 0 : 1);
    }

    private static String known(String bug) {
        if (!PlantedNotices.BUGS.contains(bug)) {
            throw new IllegalArgumentException(
                    "--plant " + bug + "? There are " + PlantedNotices.BUGS);
        }
        return bug;
    }
}
