package com.truecart.search.lucene;

import com.truecart.search.IndexUnusableException;
import com.truecart.search.IndexUnusableException.Reason;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.IOUtils;

/**
 * Where the generations of an index lie: one sub-folder each, and a small file that names the
 * current one, so that a swap is one atomic rename and a crash leaves either the old or the new
 * one.
 *
 * @param root empty for an index in memory
 */
record Folder(Optional<Path> root) {

    private static final String CURRENT = "current";
    private static final String PREFIX = "generation-";

    /** A place for a new generation. */
    record Place(String name, Directory directory) {}

    Place newPlace() throws IOException {
        String name = PREFIX + UUID.randomUUID();
        return new Place(
                name,
                root.isPresent()
                        ? FSDirectory.open(Files.createDirectories(root.get().resolve(name)))
                        : new ByteBuffersDirectory());
    }

    /** The current generation's place; empty where nothing was ever stored here. */
    Optional<Place> current() throws IOException {
        if (root.isEmpty() || !Files.isDirectory(root.get())) {
            return Optional.empty();
        }
        Path pointer = root.get().resolve(CURRENT);
        if (!Files.exists(pointer)) {
            if (holdsForeignIndex(root.get())) {
                throw new IndexUnusableException(
                        Reason.OTHER_LAYOUT, root.get() + " holds an index of another make");
            }
            return Optional.empty();
        }
        String name = Files.readString(pointer).strip();
        if (!name.matches(PREFIX + "[0-9a-f-]+") || !Files.isDirectory(root.get().resolve(name))) {
            throw new IndexUnusableException(
                    Reason.DAMAGED, pointer + " names no generation: " + name);
        }
        return Optional.of(new Place(name, FSDirectory.open(root.get().resolve(name))));
    }

    /** Makes a generation the current one. */
    void makeCurrent(String name) throws IOException {
        if (root.isEmpty()) {
            return;
        }
        Path next = root.get().resolve(CURRENT + ".next");
        Files.writeString(next, name);
        try (FileChannel file = FileChannel.open(next, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(
                next,
                root.get().resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /**
     * Deletes all generations but this one; what cannot be deleted yet is left for the next time.
     */
    void sweep(String name) throws IOException {
        if (root.isEmpty()) {
            return;
        }
        for (Path generation : generations(root.get())) {
            if (!generation.getFileName().toString().equals(name)) {
                deleteWhatWillGo(generation);
            }
        }
    }

    private static void deleteWhatWillGo(Path generation) throws IOException {
        try (Stream<Path> files = Files.list(generation)) {
            IOUtils.deleteFilesIgnoringExceptions(files.toList());
        }
        IOUtils.deleteFilesIgnoringExceptions(generation);
    }

    void delete(String name) throws IOException {
        if (root.isPresent()) {
            deleteWhatWillGo(root.get().resolve(name));
        }
    }

    private static List<Path> generations(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(path -> path.getFileName().toString().startsWith(PREFIX)).toList();
        }
    }

    private static boolean holdsForeignIndex(Path root) throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.anyMatch(path -> path.getFileName().toString().startsWith("segments_"));
        }
    }
}
