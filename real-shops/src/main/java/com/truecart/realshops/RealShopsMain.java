package com.truecart.realshops;

import com.truecart.realshops.medusa.MedusaShop;
import com.truecart.realshops.medusa.MedusaShowcase;
import com.truecart.realshops.vendure.VendureShop;
import com.truecart.realshops.vendure.VendureShowcase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Runs real shops until its input ends or it is interrupted: {@code start vendure medusa}. */
public final class RealShopsMain {
    private static final int MEDUSA_PORT = 9300;
    private static final int VENDURE_PORT = 9400;

    private RealShopsMain() {}

    /**
     * Starts the shops that are named and prints what a connection to each is told.
     *
     * @param arguments {@code start} and names
     */
    public static void main(String[] arguments) throws IOException {
        List<String> words = List.of(arguments);
        if (words.size() < 2 || !words.getFirst().equals("start")) {
            System.err.println("usage: start [vendure] [medusa]");
            System.exit(2);
        }
        List<AutoCloseable> running = new ArrayList<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(running)));
        for (String name : words.subList(1, words.size())) {
            System.out.println("Starting " + name + ", which the first time takes minutes");
            List<String> lines = start(name, running);
            System.out.println(name);
            lines.forEach(line -> System.out.println("  " + line));
        }
        System.out.println("Running; Ctrl-C ends them");
        while (System.in.read() >= 0) {
            // until nobody holds our input open
        }
    }

    private static List<String> start(String name, List<AutoCloseable> running) {
        return switch (name) {
            case "vendure" -> {
                VendureShop shop = VendureShop.startAt(VENDURE_PORT);
                running.add(shop);
                yield VendureShowcase.fill(shop);
            }
            case "medusa" -> {
                MedusaShop shop = MedusaShop.start(MEDUSA_PORT);
                running.add(shop);
                yield MedusaShowcase.fill(shop);
            }
            default -> throw new RealShopException("No real shop is called " + name);
        };
    }

    private static void close(List<AutoCloseable> running) {
        for (AutoCloseable shop : running) {
            try {
                shop.close();
            } catch (Exception e) {
                System.err.println("Not closed: " + e.getMessage());
            }
        }
    }
}
