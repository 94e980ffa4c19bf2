package com.truecart.sandbox.world;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Every product of the sandbox, in the order of the files.
 *
 * @param products all of them
 */
public record World(List<Product> products) {
    private static final List<String> FILES =
            List.of("groceries", "household", "electronics", "books");
    private static final Pattern STEP = Pattern.compile(" > ", Pattern.LITERAL);
    private static final int COLUMNS = 12;

    /** Copies the list. */
    public World {
        products = List.copyOf(products);
    }

    /** Reads the world that ships with the sandbox. */
    public static World load() {
        List<Product> products = new ArrayList<>();
        for (String file : FILES) {
            String path = "/world/" + file + ".tsv";
            try (InputStream in = World.class.getResourceAsStream(path)) {
                if (in == null) {
                    throw new IllegalStateException("The sandbox lacks its resource " + path);
                }
                var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
                reader.lines().skip(1).map(World::row).forEach(products::add);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot read " + path, e);
            }
        }
        return new World(products);
    }

    /** Whether thirteen digits end in the check digit the first twelve ask for. */
    public static boolean isGtin13(String digits) {
        if (digits.length() != 13 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 13; i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return sum % 10 == 0;
    }

    private static Product row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("A world row has " + cells.length + " cells: " + line);
        }
        return new Product(
                Integer.parseInt(cells[0]),
                cells[1],
                Optional.of(cells[2]).filter(mpn -> !mpn.isEmpty()),
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                STEP.splitAsStream(cells[7]).toList(),
                STEP.splitAsStream(cells[8]).toList(),
                cells[9],
                new BigDecimal(cells[10]).movePointRight(2).longValueExact(),
                cells[11]);
    }
}
