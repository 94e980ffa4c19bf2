package com.truecart.sandbox.ucp;

import java.util.Optional;

/**
 * How a business behaves, well or badly; another one can be adopted at any time.
 *
 * @param transport the one binding it serves
 * @param profile the shape of its profile
 * @param demandsSignatures whether it serves only requests that are signed
 * @param answers how it signs its answers
 * @param webhooks how it sends webhooks
 * @param escalation what it wants of the buyer in person before it takes an order
 * @param takesCash whether cash on delivery is among its ways of paying
 * @param provisional whether it calls its discounts provisional
 * @param disclosure a notice that must stand beside the first line
 */
public record UcpPolicy(
        Transport transport,
        Profile profile,
        boolean demandsSignatures,
        Answers answers,
        Webhooks webhooks,
        Escalation escalation,
        boolean takesCash,
        boolean provisional,
        Optional<String> disclosure) {

    /** The bindings. */
    public enum Transport {
        /** Methods and paths. */
        REST,
        /** Tools over JSON-RPC. */
        MCP
    }

    /** The shapes a profile had. */
    public enum Profile {
        /** Of the release 2026-04-08: registries. */
        REGISTRIES,
        /** Of the release 2026-01-11: capabilities in a list, one service with its bindings. */
        LISTS
    }

    /** How answers are signed. */
    public enum Answers {
        /** Not at all, which is allowed. */
        UNSIGNED,
        /** As the protocol says. */
        SIGNED,
        /** With a key that stands in no profile. */
        BY_AN_UNKNOWN_KEY,
        /** And changed afterwards. */
        ALTERED
    }

    /** How webhooks are sent. */
    public enum Webhooks {
        /** As the protocol says. */
        HONEST,
        /** Each of them a second time. */
        TWICE,
        /** Without a signature. */
        UNSIGNED,
        /** Signed with a key that stands in no profile. */
        BY_AN_UNKNOWN_KEY,
        /** Changed after they were signed. */
        ALTERED,
        /** Signed well, under the name of another business. */
        UNDER_ANOTHER_NAME
    }

    /** What only the buyer can settle. */
    public enum Escalation {
        /** Nothing. */
        NONE,
        /** A question the interface has no field for. */
        INPUT,
        /** Terms the buyer must agree to. */
        REVIEW
    }

    /** A business that does all it should and nothing it need not. */
    public static UcpPolicy plain() {
        return new UcpPolicy(
                Transport.REST,
                Profile.REGISTRIES,
                false,
                Answers.UNSIGNED,
                Webhooks.HONEST,
                Escalation.NONE,
                true,
                false,
                Optional.empty());
    }

    /** The same over another binding. */
    public UcpPolicy over(Transport other) {
        return new UcpPolicy(
                other,
                profile,
                demandsSignatures,
                answers,
                webhooks,
                escalation,
                takesCash,
                provisional,
                disclosure);
    }

    /** The same with a profile of another release. */
    public UcpPolicy with(Profile other) {
        return new UcpPolicy(
                transport,
                other,
                demandsSignatures,
                answers,
                webhooks,
                escalation,
                takesCash,
                provisional,
                disclosure);
    }

    /** The same for signed requests only. */
    public UcpPolicy demandingSignatures() {
        return new UcpPolicy(
                transport,
                profile,
                true,
                answers,
                webhooks,
                escalation,
                takesCash,
                provisional,
                disclosure);
    }

    /** The same with answers signed so. */
    public UcpPolicy with(Answers other) {
        return new UcpPolicy(
                transport,
                profile,
                demandsSignatures,
                other,
                webhooks,
                escalation,
                takesCash,
                provisional,
                disclosure);
    }

    /** The same with webhooks sent so. */
    public UcpPolicy with(Webhooks other) {
        return new UcpPolicy(
                transport,
                profile,
                demandsSignatures,
                answers,
                other,
                escalation,
                takesCash,
                provisional,
                disclosure);
    }

    /** The same wanting this of the buyer. */
    public UcpPolicy with(Escalation other) {
        return new UcpPolicy(
                transport,
                profile,
                demandsSignatures,
                answers,
                webhooks,
                other,
                takesCash,
                provisional,
                disclosure);
    }

    /** The same that takes cards only. */
    public UcpPolicy withoutCash() {
        return new UcpPolicy(
                transport,
                profile,
                demandsSignatures,
                answers,
                webhooks,
                escalation,
                false,
                provisional,
                disclosure);
    }

    /** The same that may still take its discounts back. */
    public UcpPolicy provisionally() {
        return new UcpPolicy(
                transport,
                profile,
                demandsSignatures,
                answers,
                webhooks,
                escalation,
                takesCash,
                true,
                disclosure);
    }

    /** The same with a notice that must be shown. */
    public UcpPolicy disclosing(String notice) {
        return new UcpPolicy(
                transport,
                profile,
                demandsSignatures,
                answers,
                webhooks,
                escalation,
                takesCash,
                provisional,
                Optional.of(notice));
    }
}
