package com.truecart.app.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.search.Facets.Count;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BrandSpellingTest {
    private static final List<Count> FOUND =
            List.of(
                    new Count("Coca-Cola", Optional.empty(), 3),
                    new Count("Vita", Optional.empty(), 1));

    @Test
    void aBrandIsTakenOutOfTheAddressInTheSpellingItWasPutIn() {
        assertThat(ProductSearch.spelledAsChosen(FOUND, Set.of("COCA COLA")))
                .extracting(Count::value)
                .containsExactly("COCA COLA", "Vita");
    }

    @Test
    void aBrandNobodyChoseKeepsTheSpellingOfMostProducts() {
        assertThat(ProductSearch.spelledAsChosen(FOUND, Set.of())).isEqualTo(FOUND);
    }
}
