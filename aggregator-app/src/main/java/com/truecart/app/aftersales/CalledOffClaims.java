package com.truecart.app.aftersales;

import com.truecart.app.aftersales.ClaimState.Approved;
import com.truecart.app.aftersales.ClaimState.Decided;
import com.truecart.app.aftersales.ClaimState.Escalated;
import com.truecart.app.aftersales.ClaimState.Expired;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.ClaimState.Open;
import com.truecart.app.aftersales.ClaimState.Party;
import com.truecart.app.aftersales.ClaimState.Refused;
import com.truecart.app.aftersales.ClaimState.SentToStore;
import com.truecart.app.aftersales.ClaimState.Withdrawn;
import com.truecart.app.order.CalledOff;
import com.truecart.app.order.SubOrderId;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What is called off by claims, whichever way they were made. */
@Component
class CalledOffClaims implements CalledOff {
    private final ClaimRecord record;

    CalledOffClaims(ClaimRecord record) {
        this.record = record;
    }

    @Override
    public Map<Integer, Integer> units(SubOrderId part) {
        Map<Integer, Integer> units = new HashMap<>();
        for (Claim claim : record.about(part)) {
            if (claim.kind() == ClaimKind.CANCEL && holds(claim.state())) {
                claim.units().forEach((line, some) -> units.merge(line, some, Integer::sum));
            }
        }
        return units;
    }

    /** Granted, or not answered yet: a store that calls the part off meanwhile does as asked. */
    private static boolean holds(ClaimState state) {
        return switch (state) {
            case Open _, SentToStore _, Escalated _, Approved _, GivenBack _ -> true;
            case Decided decided -> decided.inFavourOf() == Party.SHOPPER;
            case Refused _, Withdrawn _, Expired _ -> false;
        };
    }
}
