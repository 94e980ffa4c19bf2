package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Budget;
import com.truecart.spi.Connector;
import com.truecart.spi.ConnectorContext;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorProvider;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KindsTest {

    private record Fine(String kind, Optional<String> engine) implements ConnectorProvider {
        Fine(String kind) {
            this(kind, Optional.empty());
        }

        @Override
        public ConnectorDescriptor descriptor() {
            return new ConnectorDescriptor(
                    kind,
                    kind,
                    Set.of(ConnectorDescriptor.Capability.CATALOG),
                    List.of(),
                    Budget.WEB_SHOP,
                    engine);
        }

        @Override
        public Connector open(ConnectorContext context) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class MadeForAnotherContract implements ConnectorProvider {
        @Override
        public ConnectorDescriptor descriptor() {
            throw new AbstractMethodError("descriptor");
        }

        @Override
        public Connector open(ConnectorContext context) {
            throw new AbstractMethodError("open");
        }
    }

    @TempDir private Path noPlugins;

    private static Iterable<ConnectorProvider> found(List<Supplier<ConnectorProvider>> providers) {
        return () -> {
            Deque<Supplier<ConnectorProvider>> left = new ArrayDeque<>(providers);
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return !left.isEmpty();
                }

                @Override
                public ConnectorProvider next() {
                    return left.removeFirst().get();
                }
            };
        };
    }

    @Test
    void aBrokenConnectorIsListedAndTheOthersWork() {
        Kinds kinds =
                new Kinds(
                        found(
                                List.of(
                                        () -> new Fine("first"),
                                        () -> {
                                            throw new ServiceConfigurationError(
                                                    "no such class: acme.Provider");
                                        },
                                        MadeForAnotherContract::new,
                                        () -> {
                                            throw new NoClassDefFoundError("acme/Missing");
                                        },
                                        () -> new Fine("last"))),
                        noPlugins);

        assertThat(kinds.all())
                .extracting(ConnectorDescriptor::kind)
                .containsExactly("first", "last");
        assertThat(kinds.broken()).hasSize(3);
    }

    @Test
    void aKindThatNamesAnEngineNobodyKnowsSaysWhichThereAre() {
        Kinds kinds =
                new Kinds(
                        found(
                                List.of(
                                        () -> new Fine("acme", Optional.of("acmecart")),
                                        () -> new Fine("fine"))),
                        noPlugins);

        assertThat(kinds.all()).hasSize(1);
        assertThat(kinds.broken().getFirst().detail())
                .contains("'acme' is 'acmecart'", "choose one of ours, vendure");
    }

    @Test
    void ofAKindThatIsThereTwiceNoneIsUsed() {
        Kinds kinds =
                new Kinds(
                        found(List.of(() -> new Fine("acme"), () -> new Fine("acme"))), noPlugins);

        assertThat(kinds.all()).isEmpty();
        assertThat(kinds.broken()).hasSize(2);
        assertThat(kinds.broken().getFirst().fault()).isEqualTo(Kinds.Fault.SAME_KIND);
        assertThat(kinds.broken().getFirst().detail()).startsWith("'acme': ");
    }
}
