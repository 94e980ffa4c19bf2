package com.truecart.chaos;

import com.truecart.app.order.PlantedApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * {@code bin/chaos [--orders N] [--kills N] [--database-kills N] [--instances N] [--freezes N]
 * [--seed N] [--plant RULE]}; ends with 1 where anything went wrong, with a bug planted too.
 */
public final class ChaosMain {
    private ChaosMain() {}

    /** Runs it. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("chaos");
        Verdict verdict;
        try (Chaos chaos = new Chaos(plan(arguments), folder)) {
            verdict = chaos.run();
        }
        System.out.println(verdict.isClean() ? "clean" : "RED; logs in " + folder);
        if (!verdict.isClean()) {
            verdict.doubled().stream().limit(3).forEach(one -> System.out.println("twice: " + one));
            verdict.lost().stream().limit(3).forEach(one -> System.out.println("lost: " + one));
            verdict.ghosts().stream().limit(3).forEach(one -> System.out.println("ghost: " + one));
            verdict.unsettled().stream()
                    .limit(3)
                    .forEach(one -> System.out.println("unsettled: " + one));
        }
        System.exit(verdict.isClean() ? 0 : 1);
    }

    private static ChaosPlan plan(String[] arguments) {
        long seed = 20261126;
        int orders = 10_000;
        int kills = 60;
        int databaseKills = 5;
        int freezes = 0;
        int instances = 1;
        int atOnce = 24;
        String plant = "";
        if (arguments.length % 2 != 0) {
            throw usage(arguments[arguments.length - 1]);
        }
        for (int i = 0; i < arguments.length; i += 2) {
            String value = arguments[i + 1];
            switch (arguments[i]) {
                case "--seed" -> seed = Long.parseLong(value);
                case "--orders" -> orders = Integer.parseInt(value);
                case "--kills" -> kills = Integer.parseInt(value);
                case "--database-kills" -> databaseKills = Integer.parseInt(value);
                case "--freezes" -> freezes = Integer.parseInt(value);
                case "--instances" -> instances = Integer.parseInt(value);
                case "--shoppers" -> atOnce = Integer.parseInt(value);
                case "--plant" -> plant = known(value);
                default -> throw usage(arguments[i]);
            }
        }
        return new ChaosPlan(seed, orders, kills, databaseKills, freezes, instances, atOnce, plant);
    }

    private static String known(String bug) {
        if (!PlantedApplication.BUGS.contains(bug)) {
            throw new IllegalArgumentException(
                    "--plant " + bug + "? There are " + PlantedApplication.BUGS);
        }
        return bug;
    }

    private static IllegalArgumentException usage(String what) {
        return new IllegalArgumentException(
                what
                        + "? Say [--orders N] [--kills N] [--database-kills N] [--instances N] [--freezes N]"
                        + " [--shoppers N] [--seed N] [--plant RULE]");
    }
}
