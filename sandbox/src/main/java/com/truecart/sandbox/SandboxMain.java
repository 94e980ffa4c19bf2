package com.truecart.sandbox;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Runs the sandbox until it is stopped: {@code [--port N] [--journal folder] [--ship-after
 * seconds]}.
 */
public final class SandboxMain {
    private SandboxMain() {}

    /** Starts, prints where the shops are, and waits. */
    public static void main(String[] arguments) throws InterruptedException {
        Sandbox sandbox = Sandbox.start(options(arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close));
        System.out.printf("%-16s %-12s %-32s %s%n", "shop", "protocol", "address", "promotions");
        for (RunningShop shop : sandbox.shops()) {
            System.out.printf(
                    "%-16s %-12s %-32s %s%n",
                    shop.id(),
                    shop.protocol(),
                    shop.productsFeed().orElse(shop.base()),
                    shop.promotionsFeed());
        }
        sandbox.payments()
                .forEach(provider ->
                        System.out.printf(
                                "%-16s %-12s %s%n",
                                provider.desk().id(), "payments", provider.base()));
        System.out.printf("%-16s %-12s %s%n", "control", "", sandbox.control());
        new CountDownLatch(1).await();
    }

    private static SandboxOptions options(String[] arguments) {
        SandboxOptions options = SandboxOptions.defaults().withBasePort(9200);
        for (int i = 0; i + 1 < arguments.length; i += 2) {
            String value = arguments[i + 1];
            options =
                    switch (arguments[i]) {
                        case "--port" -> options.withBasePort(Integer.parseInt(value));
                        case "--journal" -> options.withJournal(Path.of(value));
                        case "--ship-after" ->
                                options.withDelivery(
                                        seconds(value), seconds(value).multipliedBy(3));
                        default -> throw usage(arguments[i]);
                    };
        }
        if (arguments.length % 2 != 0) {
            throw usage(arguments[arguments.length - 1]);
        }
        return options;
    }

    private static Duration seconds(String value) {
        return Duration.ofSeconds(Long.parseLong(value));
    }

    private static IllegalArgumentException usage(String what) {
        return new IllegalArgumentException(
                what + "? Say [--port N] [--journal folder] [--ship-after seconds]");
    }
}
