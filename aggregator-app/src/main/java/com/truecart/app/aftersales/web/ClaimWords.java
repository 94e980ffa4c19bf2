package com.truecart.app.aftersales.web;

import com.truecart.app.aftersales.Allowed;
import com.truecart.app.aftersales.CallOff;
import com.truecart.app.aftersales.Claim;
import com.truecart.app.aftersales.ClaimEvent;
import com.truecart.app.aftersales.ClaimKind;
import com.truecart.app.aftersales.ClaimState;
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
import com.truecart.app.aftersales.ClaimStep;
import com.truecart.app.aftersales.ClaimTransitions;
import com.truecart.app.aftersales.Simulation;
import com.truecart.app.aftersales.Simulation.NoMoney;
import com.truecart.app.aftersales.Simulation.NotWorked;
import com.truecart.app.aftersales.Simulation.Worked;
import com.truecart.app.order.SubOrderState;
import com.truecart.app.web.EngineWords;
import com.truecart.app.web.Format;
import com.truecart.model.Money;
import com.truecart.pricing.profile.EngineProfiles;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Says in the reader's language where a claim stands and how a refund was worked out; templates
 * call it as {@code @claimWords}.
 */
@Component
public class ClaimWords {
    private final MessageSource messages;
    private final Format format;
    private final EngineWords engines;

    ClaimWords(MessageSource messages, Format format, EngineWords engines) {
        this.messages = messages;
        this.format = format;
        this.engines = engines;
    }

    /** Whether a part's page offers to ask for something. */
    public boolean isOffered(SubOrderState state) {
        return !Allowed.in(state).kinds().isEmpty();
    }

    public String state(ClaimState state) {
        return say("aftersales.state." + name(state));
    }

    /** What the state means for the shopper. */
    public String meaning(ClaimState state) {
        return say("aftersales.meaning." + name(state));
    }

    /** The state for programs. */
    static String word(ClaimState state) {
        return name(state).toUpperCase(Locale.ROOT);
    }

    private static String name(ClaimState state) {
        return switch (state) {
            case Open _ -> "open";
            case SentToStore _ -> "sent_to_store";
            case Approved _ -> "approved";
            case Refused _ -> "refused";
            case GivenBack _ -> "given_back";
            case Escalated escalated -> escalated.isAppeal() ? "appealed" : "escalated";
            case Decided decided ->
                    decided.inFavourOf() == Party.SHOPPER ? "decided_shopper" : "decided_store";
            case Withdrawn _ -> "withdrawn";
            case Expired _ -> "expired";
        };
    }

    /** The design system's badge. */
    public String badge(ClaimState state) {
        return switch (state) {
            case Approved _, GivenBack _ -> "badge-good";
            case Open _, SentToStore _, Withdrawn _ -> "badge-plain";
            case Escalated _, Expired _ -> "badge-warn";
            case Refused _ -> "badge-bad";
            case Decided decided ->
                    decided.inFavourOf() == Party.SHOPPER ? "badge-good" : "badge-bad";
        };
    }

    public String kind(ClaimKind kind) {
        return say("aftersales.kind." + kind.name().toLowerCase(Locale.ROOT));
    }

    /** What the desk can do with a claim, by the rules alone. */
    public boolean canSend(ClaimState state) {
        return can(state, new ClaimEvent.SentOn());
    }

    public boolean canAnswer(ClaimState state) {
        return can(state, new ClaimEvent.StoreAgreed(""));
    }

    public boolean canRefuse(ClaimState state) {
        return can(state, new ClaimEvent.StoreRefused(""));
    }

    public boolean canJudge(ClaimState state) {
        return can(state, new ClaimEvent.Judged(Party.STORE, ""));
    }

    private static boolean can(ClaimState state, ClaimEvent event) {
        return ClaimTransitions.after(state, event, state.at()) instanceof ClaimStep.To;
    }

    public boolean canWithdraw(ClaimState state) {
        return state.isRunning();
    }

    /** What the shopper may do besides: ask us to judge, or appeal. */
    public boolean canEscalate(Claim claim) {
        return switch (claim.state()) {
            case Refused _, GivenBack _, Expired _, Approved _ -> true;
            case Open _, SentToStore _ -> claim.isOverdue();
            case Escalated _, Decided _, Withdrawn _ -> false;
        };
    }

    public boolean canAppeal(ClaimState state) {
        return state instanceof Decided decided && !decided.isFinal();
    }

    public boolean canRate(Claim claim) {
        return !claim.state().isRunning();
    }

    /** What the store or the desk said; blank where nobody did. */
    public String said(ClaimState state) {
        return switch (state) {
            case Approved approved -> approved.words();
            case Refused refused -> refused.words();
            case Decided decided -> decided.reason();
            case Open _, SentToStore _, GivenBack _, Escalated _, Withdrawn _, Expired _ -> "";
        };
    }

    public Optional<Worked> worked(Simulation simulation) {
        return simulation instanceof Worked worked ? Optional.of(worked) : Optional.empty();
    }

    public Optional<NotWorked> notWorked(Simulation simulation) {
        return simulation instanceof NotWorked not ? Optional.of(not) : Optional.empty();
    }

    /** By whose rules what stays was priced; blank where nothing stays. */
    public String engine(Worked worked) {
        return EngineProfiles.named(worked.engine()).map(engines::sentence).orElse("");
    }

    /** What the shopper agreed to, as it stands in the form. */
    public static String fingerprint(Simulation simulation) {
        return switch (simulation) {
            case Worked worked ->
                    worked.refund().minor() + " " + worked.refund().currency().getCurrencyCode();
            case NotWorked not -> not.why().name();
            case NoMoney _ -> "no money";
        };
    }

    /** The same for all that can be called off together. */
    static String fingerprint(List<CallOff> offers) {
        return offers.stream()
                .map(offer ->
                        offer.part().subOrder().id()
                                + " "
                                + switch (offer) {
                                    case CallOff.AtOnce _ -> "at once";
                                    case CallOff.LeaveOut _ -> "left out";
                                    case CallOff.ByTheStore asked ->
                                            fingerprint(asked.simulation());
                                    case CallOff.BeingAsked _, CallOff.Not _ -> "nothing";
                                })
                .collect(Collectors.joining(", "));
    }

    public String agreed(List<CallOff> offers) {
        return fingerprint(offers);
    }

    /** What calling off means at one store. */
    public String meaning(CallOff offer) {
        return switch (offer) {
            case CallOff.AtOnce _ -> say("aftersales.cancel.at_once");
            case CallOff.LeaveOut _ -> say("aftersales.cancel.leave_out");
            case CallOff.ByTheStore _ -> say("aftersales.cancel.by_the_store");
            case CallOff.BeingAsked _ -> say("aftersales.cancel.being_asked");
            case CallOff.Not not ->
                    say("aftersales.why." + not.why().name().toLowerCase(Locale.ROOT));
        };
    }

    /** What would come back where the store is asked. */
    public Optional<Simulation> simulation(CallOff offer) {
        return offer instanceof CallOff.ByTheStore asked
                ? Optional.of(asked.simulation())
                : Optional.empty();
    }

    public String agreed(Simulation simulation) {
        return fingerprint(simulation);
    }

    /** What came back beside what was worked out, and why they differ as far as anybody knows. */
    public String difference(Claim claim) {
        if (!(claim.state() instanceof GivenBack back)) {
            return "";
        }
        String actual = format.money(back.actual());
        if (!(claim.simulation() instanceof Worked worked)) {
            return say("aftersales.difference.not_worked", actual);
        }
        Money more = back.actual().minus(worked.refund());
        if (more.isZero()) {
            return say("aftersales.difference.none", actual);
        }
        Money clawedBack =
                worked.clawedBack().stream()
                        .map(Simulation.ClawBack::amount)
                        .reduce(Money.zero(more.currency()), Money::plus);
        String why =
                more.equals(clawedBack)
                        ? "promotions_left"
                        : more.equals(worked.delivery().negated()) && more.isPositive()
                                ? "delivery_left"
                                : more.equals(worked.delivery().negated())
                                        ? "delivery_kept"
                                        : more.isPositive() ? "more" : "less";
        return say(
                "aftersales.difference." + why,
                actual,
                format.money(worked.refund()),
                format.money(more.isNegative() ? more.negated() : more));
    }

    /** What was said at some moment; amounts and words as they are. */
    public String happening(Claim.Happening one) {
        return say("aftersales.event." + one.kind());
    }

    private String say(String key, Object... values) {
        return messages.getMessage(key, values, LocaleContextHolder.getLocale());
    }
}
