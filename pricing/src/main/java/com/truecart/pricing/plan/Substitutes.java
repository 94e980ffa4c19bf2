package com.truecart.pricing.plan;

import com.truecart.model.Money;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Which other products would do instead of a wanted one. */
public final class Substitutes {
    private Substitutes() {}

    /**
     * Those of which a unit costs at most so much more than a unit of the cheapest wanted offer
     * that can be bought; all of them where none of those can. Unit prices are compared before
     * promotions.
     *
     * @param tolerancePpm parts per million of the cheapest wanted price, from 0
     */
    public static List<Candidate> within(
            List<Candidate> wanted, List<Candidate> others, long tolerancePpm, Currency currency) {
        Optional<Money> cheapest =
                wanted.stream()
                        .filter(each -> Candidates.canBeBought(each, currency))
                        .map(each -> each.offer().unitPrice())
                        .min(Money::compareTo);
        if (cheapest.isEmpty()) {
            return List.copyOf(others);
        }
        Money most = cheapest.get().plus(cheapest.get().share(tolerancePpm, RoundingMode.DOWN));
        return others.stream()
                .filter(each -> each.offer().unitPrice().currency().equals(currency))
                .filter(each -> each.offer().unitPrice().compareTo(most) <= 0)
                .toList();
    }
}
