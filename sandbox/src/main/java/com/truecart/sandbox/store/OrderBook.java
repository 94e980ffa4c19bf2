package com.truecart.sandbox.store;

import com.truecart.sandbox.http.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;

/** A shop's accepted orders, on disk before anybody hears of them. */
public final class OrderBook implements AutoCloseable {
    private final List<BookedOrder> orders = new ArrayList<>();
    private final Optional<FileChannel> journal;

    /** Opens the book, with what an earlier run wrote into the same file. */
    public OrderBook(Optional<Path> file) {
        try {
            journal = file.isPresent() ? Optional.of(open(file.get())) : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot open the journal " + file.orElseThrow(), e);
        }
    }

    /** Books an order; when this returns, the order survives a kill. */
    public synchronized void append(BookedOrder order) {
        if (journal.isPresent()) {
            byte[] line =
                    (Json.MAPPER.writeValueAsString(order) + "\n").getBytes(StandardCharsets.UTF_8);
            try {
                ByteBuffer left = ByteBuffer.wrap(line);
                while (left.hasRemaining()) {
                    journal.get().write(left);
                }
                journal.get().force(true);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot write the order " + order.orderId(), e);
            }
        }
        orders.add(order);
    }

    /** Every order, oldest first. */
    public synchronized List<BookedOrder> orders() {
        return List.copyOf(orders);
    }

    /** The first order like this. */
    public synchronized Optional<BookedOrder> find(Predicate<BookedOrder> wanted) {
        return orders.stream().filter(wanted).findFirst();
    }

    @Override
    public synchronized void close() {
        if (journal.isPresent()) {
            try {
                journal.get().close();
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot close a journal", e);
            }
        }
    }

    private FileChannel open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        int whole = 0;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                orders.add(parse(new String(bytes, whole, i - whole, StandardCharsets.UTF_8)));
                whole = i + 1;
            }
        }
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        // a kill in mid-write leaves half a line; nobody was told of that order
        channel.truncate(whole);
        channel.position(whole);
        return channel;
    }

    private static BookedOrder parse(String line) {
        try {
            return Json.MAPPER.readValue(line, BookedOrder.class);
        } catch (JacksonException e) {
            throw new IllegalStateException("A line of the journal cannot be read: " + line, e);
        }
    }
}
