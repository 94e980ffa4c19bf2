package com.truecart.realshops;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A shop running as a program of Node.js. The program listens on loopback at a port of its choice
 * and then prints {@code READY} and that port; it ends when its input is closed, so it cannot
 * outlive the one who started it.
 */
public final class ShopProcess implements AutoCloseable {
    private static final Duration STOP_LIMIT = Duration.ofSeconds(10);
    private static final String READY = "READY ";
    private static final int TAIL_LINES = 60;

    private final Process process;
    private final Deque<String> tail = new ArrayDeque<>();
    private final CompletableFuture<Integer> port = new CompletableFuture<>();

    private ShopProcess(Process process) {
        this.process = process;
    }

    /**
     * Starts a program and waits until it is ready.
     *
     * @param folder the folder it lies and runs in
     * @param program its file name
     * @param environment what it is told beside the inherited environment
     * @param limit how long it may take
     * @throws RealShopException if it ends, or is not ready within the limit
     */
    public static ShopProcess start(
            Path folder, String program, Map<String, String> environment, Duration limit) {
        ProcessBuilder builder =
                new ProcessBuilder("node", program)
                        .directory(folder.toFile())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        ShopProcess shop;
        try {
            shop = new ShopProcess(builder.start());
        } catch (IOException e) {
            throw new RealShopException("Cannot start node in " + folder, e);
        }
        try {
            Thread.ofVirtual().name("output of " + program).start(shop::read);
            shop.awaitReady(limit);
            return shop;
        } catch (RealShopException e) {
            shop.close();
            throw e;
        }
    }

    /** The port of 127.0.0.1 at which it listens. */
    public int port() {
        return port.join();
    }

    /** The last lines it printed. */
    public String tail() {
        synchronized (tail) {
            return String.join(System.lineSeparator(), tail);
        }
    }

    /** Stops it: politely, after ten seconds by force. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitReady(Duration limit) {
        try {
            port.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new RealShopException(
                    "The shop was not ready after %s. It printed:%n%s".formatted(limit, tail()), e);
        } catch (ExecutionException e) {
            throw new RealShopException("The shop ended. It printed:%n%s".formatted(tail()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RealShopException("Interrupted while the shop started", e);
        }
    }

    private void read() {
        // to its end: a program whose output nobody takes stands still
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                keep(line);
                if (line.startsWith(READY)) {
                    port.complete(Integer.valueOf(line.substring(READY.length()).strip()));
                }
            }
            port.completeExceptionally(new IOException("Its output ended"));
        } catch (IOException | NumberFormatException e) {
            port.completeExceptionally(e);
        }
    }

    private void keep(String line) {
        synchronized (tail) {
            if (tail.size() == TAIL_LINES) {
                tail.removeFirst();
            }
            tail.addLast(line);
        }
    }
}
