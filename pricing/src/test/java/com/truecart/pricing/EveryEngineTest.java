package com.truecart.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.model.Promotion;
import com.truecart.pricing.profile.EngineProfile;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What must be true of a cart whatever engine works it out, tried on drawn ones. */
class EveryEngineTest {

    private static final int ROUNDS = Rounds.of(300);

    static Stream<Named<EngineProfile>> engines() {
        return EngineProfiles.ALL_PROFILES.stream().map(each -> Named.of(each.name(), each));
    }

    @ParameterizedTest
    @MethodSource("engines")
    void noLineIsNegativeAndEveryPromotionIsToldOnce(EngineProfile engine) {
        Drawn drawn = new Drawn(11);
        for (int round = 0; round < ROUNDS; round++) {
            StoreCart any = drawn.cart();
            StoreCart cart =
                    new StoreCart(any.lines(), any.storePromotions(), any.delivery(), engine);
            PricedCart priced = Given.priced(cart, drawn.shopper());
            Set<Promotion> stated = new LinkedHashSet<>(cart.storePromotions());
            cart.lines().forEach(line -> stated.addAll(line.offer().promotions()));
            assertThat(Given.told(priced)).doesNotHaveDuplicates().hasSameElementsAs(stated);
            assertThat(priced.lines()).noneMatch(line -> line.payable().isNegative());
        }
    }
}
