package com.truecart.search.lucene;

import static java.util.Objects.requireNonNull;

import com.truecart.search.Explained;
import com.truecart.search.IndexUnusableException;
import com.truecart.search.OfferIndex;
import com.truecart.search.OfferSearch;
import com.truecart.search.ProductDocument;
import com.truecart.search.ProductsRefusedException;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;

/** Both sides of the index on Lucene; safe for use by several threads. */
public final class LuceneOffers implements OfferIndex, OfferSearch {

    /** Nobody waits for a rebuild, but what changes meanwhile does. */
    private static final int REBUILT_AT_A_TIME = 16;

    private final Folder folder;
    private final Courtesy courtesy;
    private final ReentrantLock writing = new ReentrantLock();
    private volatile Generation current;
    private @Nullable Beside beside;
    private volatile boolean closed;

    /**
     * A rebuild under way.
     *
     * @param changed ids of products that were put or removed since it began
     */
    private record Beside(String place, Generation next, Set<String> changed) {}

    private LuceneOffers(Folder folder, Courtesy courtesy, Generation current) {
        this.folder = folder;
        this.courtesy = courtesy;
        this.current = current;
    }

    /** An empty index that is gone when it is closed. */
    public static LuceneOffers inMemory() {
        return created(new Folder(Optional.empty()));
    }

    /**
     * Opens the index in this folder, or makes an empty one where there is none.
     *
     * @throws IndexUnusableException where there is one that cannot be used: then {@link
     *     #openEmpty} and rebuild
     */
    public static LuceneOffers open(Path root) {
        Folder folder = new Folder(Optional.of(root));
        try {
            Optional<Folder.Place> stored = folder.current();
            return stored.isEmpty() ? created(folder) : opened(folder, stored.get());
        } catch (IOException e) {
            throw new UncheckedIOException("opening the index in " + root, e);
        }
    }

    /** Opens this folder with an empty index, whatever was there before. */
    public static LuceneOffers openEmpty(Path root) {
        return created(new Folder(Optional.of(root)));
    }

    /**
     * Whether a rebuild has ended well: an empty folder, or one whose rebuild was cut short, must
     * be built from the record first.
     */
    public boolean isBuilt() {
        return current.isBuilt();
    }

    private static LuceneOffers opened(Folder folder, Folder.Place place) throws IOException {
        try {
            Courtesy courtesy = new Courtesy();
            return new LuceneOffers(
                    folder, courtesy, Generation.stored(place.directory(), courtesy));
        } catch (IOException | RuntimeException e) {
            place.directory().close();
            throw e;
        }
    }

    private static LuceneOffers created(Folder folder) {
        try {
            Folder.Place place = folder.newPlace();
            Courtesy courtesy = new Courtesy();
            Generation empty = Generation.empty(place.directory(), courtesy);
            folder.makeCurrent(place.name());
            folder.sweep(place.name());
            return new LuceneOffers(folder, courtesy, empty);
        } catch (IOException e) {
            throw new UncheckedIOException("making an empty index", e);
        }
    }

    @Override
    public void put(Collection<ProductDocument> products) {
        write(
                "putting products",
                generation -> {
                    generation.put(products);
                    if (beside != null) {
                        beside.next().put(products);
                        products.forEach(product -> beside.changed().add(product.productId()));
                    }
                });
    }

    @Override
    public void remove(Collection<String> productIds) {
        write(
                "removing products",
                generation -> {
                    generation.remove(productIds);
                    if (beside != null) {
                        beside.next().remove(productIds);
                        beside.changed().addAll(productIds);
                    }
                });
    }

    @Override
    public void commit() {
        write("committing", Generation::commit);
    }

    @Override
    public void rebuild(Stream<ProductDocument> products) {
        write("making an index beside", _ -> beside = begun());
        try {
            int read = 0;
            for (Iterator<ProductDocument> each = products.iterator(); each.hasNext(); ) {
                ProductDocument product = each.next();
                if (++read % REBUILT_AT_A_TIME == 0) {
                    courtesy.stepAside();
                }
                write("rebuilding", _ -> add(product));
            }
            write("rebuilding", this::swap);
        } finally {
            write("ending the rebuild", _ -> drop());
        }
    }

    private Beside begun() throws IOException {
        if (beside != null) {
            throw new IllegalStateException("the index is being rebuilt already");
        }
        Folder.Place place = folder.newPlace();
        return new Beside(
                place.name(), Generation.empty(place.directory(), courtesy), new HashSet<>());
    }

    /** What was put or removed since the rebuild began is newer than what it reads. */
    private void add(ProductDocument product) throws IOException {
        Beside mine = requireNonNull(beside);
        if (!mine.changed().contains(product.productId())) {
            mine.next().put(List.of(product));
        }
    }

    private void swap(Generation old) throws IOException {
        Beside mine = requireNonNull(beside);
        mine.next().markBuilt();
        Optional<ProductsRefusedException> refused = committed(mine.next());
        folder.makeCurrent(mine.place());
        current = mine.next();
        beside = null;
        old.close();
        folder.sweep(mine.place());
        refused.ifPresent(e -> {
            throw e;
        });
    }

    /** What was refused does not keep all else from being served. */
    private static Optional<ProductsRefusedException> committed(Generation next)
            throws IOException {
        try {
            next.commit();
            return Optional.empty();
        } catch (ProductsRefusedException e) {
            return Optional.of(e);
        }
    }

    /** Takes away what a failed rebuild has made so far. */
    private void drop() throws IOException {
        Beside failed = beside;
        if (failed != null) {
            beside = null;
            failed.next().close();
            folder.delete(failed.place());
        }
    }

    @Override
    public SearchPage search(SearchQuery query) {
        return answer(query, Answer::page);
    }

    @Override
    public SearchPage complete(SearchQuery query) {
        return answer(query, Answer::completed);
    }

    @Override
    public SearchPage alike(SearchQuery query) {
        return answer(query, Answer::alike);
    }

    @Override
    public List<Explained> explain(SearchQuery query) {
        return answer(query, Answer::explained);
    }

    /** What is wanted of an answer. */
    private interface Wanted<T> {
        T of(Answer answer) throws IOException;
    }

    private <T> T answer(SearchQuery query, Wanted<T> wanted) {
        courtesy.searchBegins();
        try {
            return answered(query, wanted);
        } finally {
            courtesy.searchEnds();
        }
    }

    private <T> T answered(SearchQuery query, Wanted<T> wanted) {
        while (true) {
            Generation generation = current;
            try {
                IndexSearcher searcher = generation.searchers().acquire();
                try {
                    return wanted.of(new Answer(searcher, query));
                } finally {
                    generation.searchers().release(searcher);
                }
            } catch (AlreadyClosedException e) {
                // swapped out between the two lines above: the next one is there already
                if (closed || generation == current) {
                    throw e;
                }
            } catch (IOException e) {
                throw new UncheckedIOException("searching", e);
            }
        }
    }

    @Override
    public void close() {
        if (!closed) {
            write(
                    "closing",
                    generation -> {
                        closed = true;
                        generation.close();
                    });
        }
    }

    /** Something that is done to the current generation. */
    private interface Change {
        void to(Generation generation) throws IOException;
    }

    private void write(String what, Change change) {
        writing.lock();
        try {
            change.to(current);
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } finally {
            writing.unlock();
        }
    }
}
