package com.truecart.testkit.corner;

import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import java.util.List;
import java.util.Set;

/**
 * The corner shop's contract with baskets that no promotion of it reaches; run by {@link
 * PlantedFaultTest}.
 */
class SugarOnly extends CornerContractTest {
    @Override
    protected List<QuoteRequest> baskets() {
        return List.of(new QuoteRequest(List.of(new OrderLine("5", 1)), Set.of(), RECIPIENT));
    }
}
