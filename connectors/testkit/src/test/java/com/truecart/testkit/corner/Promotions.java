package com.truecart.testkit.corner;

import com.truecart.kit.Json;
import com.truecart.kit.UnusableRecord;
import com.truecart.model.Promotion;
import com.truecart.spi.Page;
import com.truecart.spi.PromotionSource;
import com.truecart.spi.Pull;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The corner shop's promotions: one page holds them all, whatever is asked for. */
final class Promotions implements PromotionSource {
    private final Calls calls;

    Promotions(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Page<Promotion> page(Pull pull) {
        List<Promotion> promotions = new ArrayList<>();
        List<Page.Skipped> skipped = new ArrayList<>();
        for (Json stated : calls.promotions().list("promotions")) {
            try {
                promotions.add(Translate.promotion(stated));
            } catch (Drifted | IllegalArgumentException unusable) {
                skipped.add(
                        UnusableRecord.skipped(
                                "promotion at " + stated.path(),
                                unusable,
                                stated.node().toString()));
            }
        }
        return new Page<>(promotions, skipped, new Page.Done(Optional.empty(), Optional.empty()));
    }
}
