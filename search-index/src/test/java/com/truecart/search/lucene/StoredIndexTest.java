package com.truecart.search.lucene;

import static com.truecart.search.Shelf.ids;
import static com.truecart.search.Shelf.offer;
import static com.truecart.search.Shelf.product;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.truecart.search.IndexUnusableException;
import com.truecart.search.IndexUnusableException.Reason;
import com.truecart.search.ProductDocument;
import com.truecart.search.SearchPage;
import com.truecart.search.SearchQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoredIndexTest {

    private static final SearchQuery EVERYTHING = SearchQuery.of("");

    @TempDir Path root;

    @Test
    void whatIsCommittedIsThereAfterReopening() {
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            offers.put(List.of(milk("a")));
            offers.commit();
            offers.put(List.of(milk("never committed")));
        }
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            assertThat(ids(offers.search(EVERYTHING))).containsExactly("a");
        }
    }

    @Test
    void aRebuiltIndexReplacesTheOldOneForGood() throws IOException {
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            offers.put(List.of(milk("old")));
            offers.commit();
            offers.rebuild(Stream.of(milk("new")));
            assertThat(ids(offers.search(EVERYTHING))).containsExactly("new");
            offers.put(List.of(milk("newer")));
            offers.commit();
        }
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            assertThat(ids(offers.search(EVERYTHING))).containsExactly("new", "newer");
        }
        assertThat(generations()).hasSize(1);
    }

    @Test
    void aRebuildThatFailsLeavesTheOldIndex() throws IOException {
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            offers.put(List.of(milk("old")));
            offers.commit();
            Stream<ProductDocument> broken =
                    Stream.of(1, 2)
                            .map(i -> {
                                if (i == 2) {
                                    throw new IllegalStateException("the record is gone");
                                }
                                return milk("half");
                            });
            assertThatIllegalStateException().isThrownBy(() -> offers.rebuild(broken));
            assertThat(ids(offers.search(EVERYTHING))).containsExactly("old");
            assertThat(generations()).hasSize(1);
        }
    }

    @Test
    void searchesDuringRebuildsSeeOneWholeIndexOrTheOther() throws Exception {
        int products = 200;
        AtomicBoolean rebuilding = new AtomicBoolean(true);
        AtomicInteger searches = new AtomicInteger();
        try (LuceneOffers offers = LuceneOffers.open(root);
                ExecutorService searchers = Executors.newFixedThreadPool(2)) {
            offers.rebuild(all(products, "Round 0"));
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                running.add(
                        searchers.submit(() -> {
                            while (rebuilding.get()) {
                                SearchPage page = offers.search(SearchQuery.of("round"));
                                assertThat(page.total()).isEqualTo(products);
                                assertThat(page.facets().stores().getFirst().products())
                                        .isEqualTo(products);
                                searches.incrementAndGet();
                            }
                        }));
            }
            try {
                for (int round = 1; round <= 20; round++) {
                    offers.rebuild(all(products, "Round " + round));
                }
            } finally {
                rebuilding.set(false);
            }
            for (Future<?> each : running) {
                each.get(30, TimeUnit.SECONDS);
            }
        }
        assertThat(searches.get()).isPositive();
    }

    @Test
    void anIndexOfAnotherLayoutIsRefusedAndCanBeReplaced() throws IOException {
        LuceneOffers.open(root).close();
        try (FSDirectory directory = FSDirectory.open(generations().getFirst());
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("layout", "truecart-0").entrySet());
        }
        assertUnusable(Reason.OTHER_LAYOUT);
        try (LuceneOffers offers = LuceneOffers.openEmpty(root)) {
            offers.rebuild(Stream.of(milk("a")));
        }
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            assertThat(ids(offers.search(EVERYTHING))).containsExactly("a");
        }
    }

    @Test
    void anIndexOfAnotherMakeIsRefused() throws IOException {
        try (FSDirectory directory = FSDirectory.open(root);
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.commit();
        }
        assertUnusable(Reason.OTHER_LAYOUT);
    }

    @Test
    void oneChangedByteOrALostFileIsNoticedOnOpening() throws IOException {
        try (LuceneOffers offers = LuceneOffers.open(root)) {
            offers.rebuild(all(50, "Milk"));
        }
        List<Path> files;
        try (Stream<Path> all = Files.list(generations().getFirst())) {
            files = all.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        assertThat(files).hasSizeGreaterThan(2);
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            byte[] changed = whole.clone();
            changed[changed.length / 2] ^= 0x55;
            Files.write(file, changed);
            assertUnusable(null);
            Files.delete(file);
            assertUnusable(null);
            Files.write(file, whole);
        }
        LuceneOffers.open(root).close();
    }

    @Test
    void aPointerToNowhereIsNoticed() throws IOException {
        LuceneOffers.open(root).close();
        Files.writeString(root.resolve("current"), "../../etc");
        assertUnusable(Reason.DAMAGED);
    }

    private void assertUnusable(@org.jspecify.annotations.Nullable Reason reason) {
        assertThatExceptionOfType(IndexUnusableException.class)
                .isThrownBy(() -> LuceneOffers.open(root).close())
                .satisfies(refused -> {
                    if (reason != null) {
                        assertThat(refused.reason()).isEqualTo(reason);
                    }
                });
    }

    private List<Path> generations() throws IOException {
        try (Stream<Path> all = Files.list(root)) {
            return all.filter(Files::isDirectory).toList();
        }
    }

    private static Stream<ProductDocument> all(int products, String title) {
        return IntStream.range(0, products)
                .mapToObj(i -> product("p" + i, title, offer("o" + i, "s", 1)));
    }

    private static ProductDocument milk(String id) {
        return product(id, "Milk", offer("offer of " + id, "s", 100));
    }
}
