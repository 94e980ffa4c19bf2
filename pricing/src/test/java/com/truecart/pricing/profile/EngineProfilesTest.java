package com.truecart.pricing.profile;

import static com.truecart.pricing.profile.EngineProfiles.ALL_PROFILES;
import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.pricing.profile.Arithmetic.Cap;
import com.truecart.pricing.profile.Arithmetic.Point;
import com.truecart.pricing.profile.Arithmetic.Spread;
import com.truecart.pricing.profile.EngineProfile.Lines;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Search;
import com.truecart.pricing.profile.Lane.Choice;
import com.truecart.pricing.profile.Lane.Order;
import com.truecart.pricing.profile.Lane.Reached;
import com.truecart.pricing.profile.Lane.Walk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The profiles together: found by name, described, and no value on any axis without a use. */
class EngineProfilesTest {

    private static final Path PAGE = Path.of("..", "docs", "engine-profiles.md");

    @Test
    void eachIsFoundByItsOwnName() {
        for (EngineProfile profile : ALL_PROFILES) {
            assertThat(EngineProfiles.named(profile.name())).contains(profile);
        }
        assertThat(EngineProfiles.named("no such engine")).isEmpty();
    }

    @Test
    void eachHasARowOnThePageWithItsEvidence() throws IOException {
        List<String> rows = Files.readAllLines(PAGE);
        for (EngineProfile profile : ALL_PROFILES) {
            String evidence = profile.evidence().name().toLowerCase(Locale.ROOT);
            assertThat(rows)
                    .as(profile.name())
                    .anyMatch(row ->
                            row.startsWith("| `" + profile.name() + "` |")
                                    && row.contains("| " + evidence + " |"));
        }
    }

    @Test
    void everyValueOnEveryAxisIsUsed() {
        assertThat(ofLanes(Lane::walk)).contains(Walk.values());
        assertThat(ofLanes(Lane::choice)).contains(Choice.values());
        assertThat(ofLanes(Lane::order)).contains(Order.values());
        assertThat(ofLanes(Lane::reached)).contains(Reached.values());
        assertThat(ofArithmetic(Arithmetic::point)).contains(Point.values());
        assertThat(ofArithmetic(Arithmetic::spread)).contains(Spread.values());
        assertThat(ofArithmetic(Arithmetic::cap)).contains(Cap.values());
        assertThat(Stream.concat(ofLanes(Lane::threshold), ofArithmetic(Arithmetic::base)))
                .contains(Basis.values());
        assertThat(ALL_PROFILES).extracting(EngineProfile::lines).contains(Lines.values());
        assertThat(ALL_PROFILES).extracting(EngineProfile::search).contains(Search.values());
        assertThat(ALL_PROFILES).extracting(EngineProfile::precision).contains(Precision.values());
    }

    private static <T> Stream<T> ofLanes(Function<Lane, T> axis) {
        return ALL_PROFILES.stream().flatMap(profile -> profile.lanes().stream()).map(axis);
    }

    private static <T> Stream<T> ofArithmetic(Function<Arithmetic, T> axis) {
        return ALL_PROFILES.stream()
                .flatMap(profile -> profile.lanes().stream())
                .flatMap(lane -> lane.stages().values().stream())
                .map(axis);
    }
}
