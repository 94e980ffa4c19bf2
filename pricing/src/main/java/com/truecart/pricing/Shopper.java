package com.truecart.pricing;

import com.truecart.model.Trigger;
import com.truecart.model.Trigger.Confirmed;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the shopper has confirmed about themselves at one store, or on a platform; silence is never
 * a yes.
 *
 * @param codes promotion codes entered; compared without case
 * @param memberships programmes the shopper belongs to, as the promotions name them
 * @param newCustomer whether this would be the first purchase at the store; empty where nobody has
 *     asked
 * @param paymentMethod how the shopper will pay; empty where nobody has asked
 * @param answers what else the shopper has said yes or no to
 * @param declined codes and memberships the shopper has said not to have; one entered or held after
 *     all counts
 * @param uses how often the shopper has used a promotion before, by its ref; none where absent
 */
public record Shopper(
        Set<String> codes,
        Set<String> memberships,
        Optional<Boolean> newCustomer,
        Optional<String> paymentMethod,
        Map<Confirmed, Boolean> answers,
        Set<Trigger> declined,
        Map<String, Integer> uses) {

    /** Somebody of whom nothing is known: the price open to everyone. */
    public static final Shopper ANYONE =
            new Shopper(Set.of(), Set.of(), Optional.empty(), Optional.empty());

    /** A shopper who has answered nothing else. */
    public Shopper(
            Set<String> codes,
            Set<String> memberships,
            Optional<Boolean> newCustomer,
            Optional<String> paymentMethod) {
        this(codes, memberships, newCustomer, paymentMethod, Map.of(), Set.of(), Map.of());
    }

    public Shopper {
        codes = Set.copyOf(codes);
        memberships = Set.copyOf(memberships);
        answers = Map.copyOf(answers);
        declined = Set.copyOf(declined);
        uses = Map.copyOf(uses);
    }

    /** The same shopper who has entered one more code. */
    public Shopper withCode(String code) {
        return new Shopper(
                with(codes, code),
                memberships,
                newCustomer,
                paymentMethod,
                answers,
                declined,
                uses);
    }

    /** The same shopper who has no such code. */
    public Shopper withoutCode(String code) {
        return declining(new Trigger.Code(fold(code)));
    }

    /** The same shopper who belongs to one more programme. */
    public Shopper withMembership(String programme) {
        return new Shopper(
                codes,
                with(memberships, programme),
                newCustomer,
                paymentMethod,
                answers,
                declined,
                uses);
    }

    /** The same shopper who does not belong to a programme. */
    public Shopper withoutMembership(String programme) {
        return declining(new Trigger.Member(programme));
    }

    private Shopper declining(Trigger one) {
        Set<Trigger> more = new HashSet<>(declined);
        more.add(one);
        return new Shopper(codes, memberships, newCustomer, paymentMethod, answers, more, uses);
    }

    /** The same shopper who has said whether the store knows them. */
    public Shopper withNewCustomer(boolean isNew) {
        return new Shopper(
                codes, memberships, Optional.of(isNew), paymentMethod, answers, declined, uses);
    }

    /** The same shopper who pays this way. */
    public Shopper payingBy(String method) {
        return new Shopper(
                codes, memberships, newCustomer, Optional.of(method), answers, declined, uses);
    }

    /** The same shopper who has said yes or no. */
    public Shopper answering(Confirmed question, boolean yes) {
        Map<Confirmed, Boolean> more = new HashMap<>(answers);
        more.put(question, yes);
        return new Shopper(codes, memberships, newCustomer, paymentMethod, more, declined, uses);
    }

    /** The same shopper who has used a promotion so often before. */
    public Shopper havingUsed(String ref, int times) {
        Map<String, Integer> more = new HashMap<>(uses);
        more.put(ref, times);
        return new Shopper(codes, memberships, newCustomer, paymentMethod, answers, declined, more);
    }

    /** Whether they have the code, compared without case; empty where nobody has asked. */
    Optional<Boolean> has(Trigger.Code wanted) {
        String folded = fold(wanted.code());
        if (codes.stream().anyMatch(entered -> fold(entered).equals(folded))) {
            return Optional.of(true);
        }
        return declined.contains(new Trigger.Code(folded)) ? Optional.of(false) : Optional.empty();
    }

    /** Whether they belong to the programme; empty where nobody has asked. */
    Optional<Boolean> belongsTo(Trigger.Member programme) {
        if (memberships.contains(programme.programme())) {
            return Optional.of(true);
        }
        return declined.contains(programme) ? Optional.of(false) : Optional.empty();
    }

    private static String fold(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    private static Set<String> with(Set<String> some, String one) {
        Set<String> more = new HashSet<>(some);
        more.add(one);
        return more;
    }
}
