package com.truecart.realshops.medusa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.realshops.RealShops;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A Medusa starts empty, is filled, and leaves nothing to the next one. */
@Tag("heavy-shop")
class MedusaShopTest {

    @Test
    void eachShopStartsEmptyWhateverTheOneBeforeItSold() {
        RealShops.assumeNode();
        try (MedusaShop first = MedusaShop.start()) {
            List<String> lines = MedusaShowcase.fill(first);
            assertThat(lines).anyMatch(line -> line.startsWith("publishable_key: pk_"));
            assertThat(lines).anyMatch(line -> line.startsWith("secret_key: sk_"));
            assertThat(first.admin().promotions().present()).hasSize(4);
            assertThat(first.address().getHost()).isEqualTo("127.0.0.1");
        }
        try (MedusaShop second = MedusaShop.start()) {
            assertThat(second.admin().promotions().present()).isEmpty();
            assertThat(second.admin().orders().count()).isZero();
            assertThatThrownBy(() ->
                            second.admin()
                                    .promotions()
                                    .add(Map.of("code", "HALF", "value", BigDecimal.TEN)))
                    .isInstanceOf(MedusaRefusal.class);
        }
    }
}
