package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.app.connection.Kinds.Broken;
import com.truecart.app.connection.Kinds.Fault;
import com.truecart.app.testing.JarBuilder;
import com.truecart.spi.ConnectorDescriptor;
import com.truecart.spi.ConnectorDescriptor.Capability;
import com.truecart.spi.ConnectorProvider;
import com.truecart.spi.Levels.Level;
import com.truecart.spi.SpiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jars of others, built here as others would build them. */
class PluginsTest {
    @TempDir private Path plugins;

    private static String provider(String className, String kind, String setUp, String name) {
        return """
        package acme;

        import com.truecart.spi.*;
        import java.util.*;

        public class %s implements ConnectorProvider {
            static {
                %s
            }

            @Override
            public ConnectorDescriptor descriptor() {
                String name = "";
                %s
                return new ConnectorDescriptor("%s", name,
                    Set.of(ConnectorDescriptor.Capability.CATALOG, ConnectorDescriptor.Capability.PROMOTIONS),
                    List.of(), Budget.WEB_SHOP);
            }

            @Override
            public Connector open(ConnectorContext context) {
                throw new UnsupportedOperationException();
            }
        }
        """
                .formatted(className, setUp, name, kind);
    }

    private static String plain(String kind) {
        return provider("Provider", kind, "", "name = \"Acme\";");
    }

    private Kinds kinds() {
        return new Kinds(List.of(), plugins);
    }

    @Test
    void aJarIsAKindLikeAnyOther() {
        JarBuilder.forOurContract()
                .provider("acme.Provider", plain("acme"))
                .entry(
                        "META-INF/truecart/levels/acme.properties",
                        "CATALOG=contract\nORDERS=real-shop\n")
                .in(plugins, "acme-1.0.jar");

        Kinds kinds = kinds();

        assertThat(kinds.broken()).isEmpty();
        assertThat(kinds.descriptor("acme")).map(ConnectorDescriptor::displayName).hasValue("Acme");
        assertThat(kinds.jar("acme")).hasValue("acme-1.0.jar");
        assertThat(kinds.levels("acme"))
                .containsOnlyKeys(Capability.CATALOG, Capability.PROMOTIONS)
                .containsEntry(Capability.CATALOG, Level.CONTRACT)
                .containsEntry(Capability.PROMOTIONS, Level.DECLARED);
    }

    @Test
    void aKindWhoseLevelsCannotBeReadIsOnlyDeclared() {
        JarBuilder.forOurContract()
                .provider("acme.Provider", plain("acme"))
                .entry(
                        "META-INF/truecart/levels/acme.properties",
                        "CATALOG=contract\nPROMOTIONS=doubtful\n")
                .in(plugins, "acme-1.0.jar");

        assertThat(kinds().levels("acme")).containsEntry(Capability.CATALOG, Level.DECLARED);
    }

    @Test
    void aKindThatStatesNoLevelIsOnlyDeclared() {
        JarBuilder.forOurContract().provider("acme.Provider", plain("acme")).in(plugins, "a.jar");

        assertThat(kinds().levels("acme")).containsEntry(Capability.CATALOG, Level.DECLARED);
    }

    @Test
    void noCodeOfAJarForAnotherContractIsLoaded() {
        String mark = "truecart.test.loaded";
        System.clearProperty(mark);
        String marking =
                provider(
                        "Provider",
                        "acme",
                        "System.setProperty(\"%s\", \"yes\");".formatted(mark),
                        "");
        new JarBuilder().provider("acme.Provider", marking).in(plugins, "a-unstated.jar");
        new JarBuilder().stating("0").provider("acme.Provider", marking).in(plugins, "b-old.jar");
        new JarBuilder().stating("one").provider("acme.Provider", marking).in(plugins, "c-odd.jar");

        Kinds kinds = kinds();

        assertThat(kinds.all()).isEmpty();
        assertThat(kinds.broken())
                .extracting(Broken::name, Broken::fault)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("a-unstated.jar", Fault.NO_VERSION),
                        org.assertj.core.groups.Tuple.tuple("b-old.jar", Fault.OTHER_VERSION),
                        org.assertj.core.groups.Tuple.tuple("c-odd.jar", Fault.OTHER_VERSION));
        assertThat(kinds.broken().get(1).detail())
                .isEqualTo("Truecart-Spi: 0; ours: " + SpiVersion.CURRENT);
        assertThat(System.getProperty(mark)).isNull();
    }

    @Test
    void whatIsNoJarIsShownAndTheOthersWork() throws IOException {
        Files.writeString(plugins.resolve("a-text.jar"), "this is no jar");
        Files.createDirectory(plugins.resolve("b-folder.jar"));
        Files.createSymbolicLink(plugins.resolve("c-nowhere.jar"), plugins.resolve("gone"));
        Files.writeString(plugins.resolve("README.txt"), "not looked at");
        JarBuilder.forOurContract().provider("acme.Provider", plain("acme")).in(plugins, "d.jar");

        Kinds kinds = kinds();

        assertThat(kinds.broken())
                .extracting(Broken::name)
                .containsExactly("a-text.jar", "b-folder.jar", "c-nowhere.jar");
        assertThat(kinds.broken()).extracting(Broken::fault).containsOnly(Fault.UNREADABLE);
        assertThat(kinds.jar("acme")).hasValue("d.jar");
    }

    @Test
    void whateverAProviderThrowsIsItsOwnEnd() {
        JarBuilder.forOurContract()
                .provider(
                        "acme.Provider",
                        provider(
                                "Provider",
                                "a",
                                "",
                                "if (true) throw new IllegalStateException(\"no licence\");"))
                .in(plugins, "a-throws.jar");
        JarBuilder.forOurContract()
                .provider(
                        "acme.Provider",
                        provider(
                                "Provider",
                                "b",
                                "if (true) throw new AssertionError(\"not on this machine\");",
                                ""))
                .in(plugins, "b-never-loads.jar");
        JarBuilder.forOurContract()
                .provider("acme.Provider", provider("Provider", "NOT A KIND", "", ""))
                .in(plugins, "c-misnames.jar");
        JarBuilder.forOurContract()
                .entry("META-INF/services/" + ConnectorProvider.class.getName(), "acme.Gone\n")
                .in(plugins, "d-empty-promise.jar");
        JarBuilder.forOurContract().entry("readme", "a library").in(plugins, "e-library.jar");
        JarBuilder.forOurContract().provider("acme.Provider", plain("acme")).in(plugins, "f.jar");

        Kinds kinds = kinds();

        assertThat(kinds.all()).hasSize(1);
        assertThat(kinds.broken())
                .extracting(Broken::fault)
                .containsExactly(
                        Fault.FAILS, Fault.FAILS, Fault.FAILS, Fault.FAILS, Fault.NO_CONNECTOR);
        assertThat(kinds.broken().get(0).detail()).contains("no licence");
        assertThat(kinds.broken().get(1).detail()).contains("not on this machine");
        assertThat(kinds.broken().get(3).detail()).contains("acme.Gone");
    }

    @Test
    void aProviderThatNeverComesBackDoesNotStopTheStart() {
        JarBuilder.forOurContract()
                .provider(
                        "acme.Provider",
                        provider(
                                "Provider",
                                "acme",
                                "",
                                "while (name.isEmpty())"
                                        + " java.util.concurrent.locks.LockSupport.park();"))
                .in(plugins, "endless.jar");

        List<PluginJar.Contents> found = PluginJar.in(plugins, Duration.ofMillis(300));

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().broken().getFirst().fault()).isEqualTo(Fault.FAILS);
        assertThat(found.getFirst().broken().getFirst().detail()).contains("still starting");
    }

    @Test
    void twoOfOneKindAreBothRefusedByName() {
        JarBuilder.forOurContract().provider("acme.Provider", plain("acme")).in(plugins, "a.jar");
        JarBuilder.forOurContract().provider("acme.Provider", plain("acme")).in(plugins, "b.jar");
        JarBuilder.forOurContract().provider("acme.Provider", plain("feed")).in(plugins, "c.jar");
        JarBuilder.forOurContract().provider("acme.Provider", plain("other")).in(plugins, "d.jar");

        Kinds kinds = new Kinds(ServiceLoader.load(ConnectorProvider.class), plugins);

        assertThat(kinds.descriptor("acme")).isEmpty();
        assertThat(kinds.descriptor("feed")).as("the one that comes with Truecart").isEmpty();
        assertThat(kinds.descriptor("other")).isPresent();
        assertThat(kinds.descriptor("woocommerce")).isPresent();
        assertThat(kinds.broken())
                .extracting(Broken::name)
                .containsExactly(
                        "a.jar", "b.jar", "com.truecart.connector.feed.FeedProvider", "c.jar");
        assertThat(kinds.broken()).extracting(Broken::fault).containsOnly(Fault.SAME_KIND);
        assertThat(kinds.broken().getFirst().detail()).isEqualTo("'acme': a.jar, b.jar");
    }

    @Test
    void aJarSeesTheContractAndNothingOfTheApplication() {
        String looking =
                """
                for (String wanted : List.of("com.truecart.spi.Health", "com.truecart.model.Money",
                        "com.truecart.kit.Json", "org.jsoup.Jsoup", "com.truecart.app.TruecartApplication",
                        "org.springframework.context.ApplicationContext", "com.truecart.pricing.CartPricer",
                        "com.truecart.connector.feed.FeedProvider")) {
                    try {
                        Class.forName(wanted);
                        name += wanted.substring(wanted.lastIndexOf('.') + 1) + " ";
                    } catch (ClassNotFoundException e) {
                        name += "- ";
                    }
                }
                name += getClass().getClassLoader().getResource("application.yaml");
                """;
        JarBuilder.forOurContract()
                .provider("acme.Provider", provider("Provider", "acme", "", looking))
                .in(plugins, "a.jar");

        assertThat(kinds().descriptor("acme"))
                .map(ConnectorDescriptor::displayName)
                .hasValue("Health Money Json Jsoup - - - - null");
    }

    @Test
    void twoJarsMayHaveClassesOfOneName() {
        JarBuilder.forOurContract().provider("acme.Provider", plain("one")).in(plugins, "a.jar");
        JarBuilder.forOurContract().provider("acme.Provider", plain("two")).in(plugins, "b.jar");

        assertThat(kinds().all())
                .extracting(ConnectorDescriptor::kind)
                .containsExactly("one", "two");
    }

    @Test
    void aFolderThatIsNotThereHoldsNoJarsAndAFileInItsPlaceIsShown() throws IOException {
        assertThat(new Kinds(List.of(), plugins.resolve("none")).broken()).isEmpty();

        Path file = Files.writeString(plugins.resolve("file"), "");
        assertThat(new Kinds(List.of(), file).broken())
                .extracting(Broken::fault)
                .containsExactly(Fault.UNREADABLE);
    }
}
