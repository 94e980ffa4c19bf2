package com.truecart.app.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.connector.woocommerce.WooProvider;
import com.truecart.model.Localized;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import com.truecart.spi.Budget;
import com.truecart.spi.ConnectorDescriptor;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** By whose rules a connection's prices are worked out. */
class EnginesTest {
    private static final ConnectorDescriptor WOO = new WooProvider().descriptor();
    private static final ConnectorDescriptor FEED =
            new ConnectorDescriptor(
                    "feed",
                    "Feed",
                    Set.of(ConnectorDescriptor.Capability.CATALOG),
                    List.of(),
                    Budget.WEB_SHOP);

    @Test
    void aKindNamesTheEngineOfItsPlatformAndAnotherKindIsWorkedOutByOurs() {
        assertThat(of(Map.of(), WOO)).isEqualTo(EngineProfiles.WOOCOMMERCE);
        assertThat(of(Map.of(), FEED)).isEqualTo(EngineProfiles.OURS);
        assertThat(Engines.of(connection(Map.of()), Optional.empty()))
                .isEqualTo(EngineProfiles.OURS);
    }

    @Test
    void whatAnOperatorSetsGoesBeforeTheKind() {
        assertThat(of(Map.of("engine", "shopify"), FEED)).isEqualTo(EngineProfiles.SHOPIFY);
        assertThat(of(Map.of("engine", "ours"), WOO)).isEqualTo(EngineProfiles.OURS);
        assertThat(of(Map.of("engine", " "), WOO)).isEqualTo(EngineProfiles.WOOCOMMERCE);
    }

    @Test
    void everyProfileCanBeChosen() {
        for (EngineProfile profile : EngineProfiles.ALL_PROFILES) {
            assertThat(problems(Map.of("engine", profile.name()))).isEmpty();
        }
        assertThat(problems(Map.of("engine", ""))).isEmpty();
    }

    @Test
    void anUnknownEngineIsRefusedWithTheFieldAndTheRemedy() {
        assertThat(problems(Map.of("engine", "woocomerce")))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.setting()).isEqualTo("engine");
                    assertThat(problem.reason())
                            .contains(
                                    "'woocomerce'",
                                    "no engine we know",
                                    "vendure",
                                    "woocommerce, ",
                                    "jd")
                            .endsWith("or leave it empty for what the kind says");
                });
    }

    @Test
    void aNameOnRecordThatNoProfileHasAnyMoreLeavesTheKindsOwn() {
        assertThat(of(Map.of("engine", "retired"), WOO)).isEqualTo(EngineProfiles.WOOCOMMERCE);
    }

    private static List<InvalidConnectionException.Problem> problems(Map<String, String> settings) {
        return SettingRules.problems(FEED, settings, Map.of(), Set.of());
    }

    private static EngineProfile of(Map<String, String> settings, ConnectorDescriptor kind) {
        return Engines.of(connection(settings), Optional.of(kind));
    }

    private static Connection connection(Map<String, String> settings) {
        return new Connection(
                "shop",
                "kind",
                Localized.of("en", "Shop"),
                settings,
                Optional.empty(),
                Duration.ofHours(1),
                true);
    }
}
