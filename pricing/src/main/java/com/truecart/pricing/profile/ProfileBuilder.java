package com.truecart.pricing.profile;

import com.truecart.model.Promotion.Evidence;
import com.truecart.model.Promotion.Stage;
import com.truecart.pricing.profile.EngineProfile.FreeDelivery;
import com.truecart.pricing.profile.EngineProfile.Lines;
import com.truecart.pricing.profile.EngineProfile.Precision;
import com.truecart.pricing.profile.EngineProfile.Prices;
import com.truecart.pricing.profile.EngineProfile.Search;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Collects what differs from the usual; stored value and payment come last everywhere. */
final class ProfileBuilder {

    private final String name;
    private final String version;
    private final Evidence evidence;
    private final List<Lane> lanes = new ArrayList<>();
    private Lines lines = Lines.AS_IN_CART;
    private Search search = Search.AS_IT_GOES;
    private Precision precision = Precision.MINOR_UNITS;
    private int passes = 1;
    private Set<Stage> apartUnlessStated = Set.of();

    ProfileBuilder(String name, String version, Evidence evidence) {
        this.name = name;
        this.version = version;
        this.evidence = evidence;
    }

    ProfileBuilder lane(Lane next) {
        lanes.add(next);
        return this;
    }

    ProfileBuilder lines(Lines how) {
        lines = how;
        return this;
    }

    ProfileBuilder search(Search how) {
        search = how;
        return this;
    }

    ProfileBuilder precision(Precision how) {
        precision = how;
        return this;
    }

    ProfileBuilder passes(int times) {
        passes = times;
        return this;
    }

    ProfileBuilder apartUnlessStated(Stage... stages) {
        apartUnlessStated = Set.of(stages);
        return this;
    }

    EngineProfile build() {
        lanes.add(last(Stage.STORED_VALUE, Lane.Choice.ALL));
        lanes.add(last(Stage.PAYMENT, Lane.Choice.BEST_ONE_OF_ITS_LINES));
        return new EngineProfile(
                name,
                version,
                evidence,
                lines,
                lanes,
                search,
                precision,
                Prices.GROSS,
                FreeDelivery.AFTER_PROMOTIONS,
                passes,
                apartUnlessStated);
    }

    private static Lane last(Stage stage, Lane.Choice choice) {
        return Lanes.lane(
                stage, Lanes.running(Arithmetic.Point.TOTAL, RoundingMode.HALF_UP), choice);
    }
}
