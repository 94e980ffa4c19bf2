package com.truecart.app.aftersales;

import com.truecart.app.aftersales.ClaimState.Approved;
import com.truecart.app.aftersales.ClaimState.Decided;
import com.truecart.app.aftersales.ClaimState.Escalated;
import com.truecart.app.aftersales.ClaimState.Expired;
import com.truecart.app.aftersales.ClaimState.GivenBack;
import com.truecart.app.aftersales.ClaimState.Open;
import com.truecart.app.aftersales.ClaimState.Refused;
import com.truecart.app.aftersales.ClaimState.SentToStore;
import com.truecart.app.aftersales.ClaimState.Withdrawn;
import com.truecart.app.aftersales.Simulation.NoMoney;
import com.truecart.app.aftersales.Simulation.NotWorked;
import com.truecart.app.aftersales.Simulation.Worked;
import com.truecart.app.catalog.FactsJson;

/** How claims are written into columns; the names are written out, apart from those of classes. */
final class ClaimJson {

    private ClaimJson() {}

    static String nameOf(ClaimState state) {
        return switch (state) {
            case Open _ -> "open";
            case SentToStore _ -> "sent_to_store";
            case Approved _ -> "approved";
            case Refused _ -> "refused";
            case GivenBack _ -> "given_back";
            case Escalated _ -> "escalated";
            case Decided _ -> "decided";
            case Withdrawn _ -> "withdrawn";
            case Expired _ -> "expired";
        };
    }

    static ClaimState state(String name, String details) {
        Class<? extends ClaimState> type =
                switch (name) {
                    case "open" -> Open.class;
                    case "sent_to_store" -> SentToStore.class;
                    case "approved" -> Approved.class;
                    case "refused" -> Refused.class;
                    case "given_back" -> GivenBack.class;
                    case "escalated" -> Escalated.class;
                    case "decided" -> Decided.class;
                    case "withdrawn" -> Withdrawn.class;
                    case "expired" -> Expired.class;
                    default ->
                            throw new IllegalStateException(
                                    "claim.state '" + name + "' is none of ours");
                };
        return FactsJson.facts(details, type);
    }

    static String nameOf(Simulation simulation) {
        return switch (simulation) {
            case Worked _ -> "worked";
            case NotWorked _ -> "not_worked";
            case NoMoney _ -> "no_money";
        };
    }

    static Simulation simulation(String name, String details) {
        Class<? extends Simulation> type =
                switch (name) {
                    case "worked" -> Worked.class;
                    case "not_worked" -> NotWorked.class;
                    case "no_money" -> NoMoney.class;
                    default ->
                            throw new IllegalStateException(
                                    "claim.simulation_kind '" + name + "' is none of ours");
                };
        return FactsJson.facts(details, type);
    }

    static String nameOf(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.SentOn _ -> "sent_on";
            case ClaimEvent.StoreAgreed _ -> "store_agreed";
            case ClaimEvent.StoreRefused _ -> "store_refused";
            case ClaimEvent.MoneyCameBack _ -> "money_came_back";
            case ClaimEvent.Escalates _ -> "escalates";
            case ClaimEvent.Judged judged ->
                    switch (judged.inFavourOf()) {
                        case SHOPPER -> "judged_shopper";
                        case STORE -> "judged_store";
                    };
            case ClaimEvent.Appealed _ -> "appealed";
            case ClaimEvent.Withdraws _ -> "withdraws";
            case ClaimEvent.RanOut _ -> "ran_out";
        };
    }

    static String detail(ClaimEvent event) {
        return switch (event) {
            case ClaimEvent.StoreAgreed agreed -> agreed.words();
            case ClaimEvent.StoreRefused refused -> refused.words();
            case ClaimEvent.MoneyCameBack back -> back.sinceMade().toString();
            case ClaimEvent.Escalates escalates -> escalates.why();
            case ClaimEvent.Judged judged -> judged.reason();
            case ClaimEvent.Appealed appealed -> appealed.why();
            case ClaimEvent.SentOn _, ClaimEvent.Withdraws _, ClaimEvent.RanOut _ -> "";
        };
    }
}
