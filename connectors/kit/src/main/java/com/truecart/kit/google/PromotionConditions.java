package com.truecart.kit.google;

import com.truecart.model.Trigger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Who may redeem a promotion, and where. Source: the enumerations of Google's Merchant API,
 * promotions v1 (RedemptionRestriction, Audience, RedemptionChannel, Destination); {@code
 * membership_type} is in no published list and taken for what its name says.
 */
record PromotionConditions(FeedRecord feed) {
    /** Destinations at the counter. */
    private static final Set<String> LOCAL = Set.of("local_inventory_ads", "free_local_listings");

    private static final Set<String> AFFILIATE = Set.of("youtube_affiliate", "youtube_shopping");

    /** All conditions that are stated. */
    List<Trigger> all() {
        return Stream.of(
                        restriction(),
                        audience(),
                        feed.text("membership_type").<Trigger>map(Trigger.Member::new),
                        where())
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private Optional<Trigger> restriction() {
        return word("redemption_restriction")
                .map(who ->
                        switch (who) {
                            case "first_order", "new_customers" -> new Trigger.NewCustomer();
                            case "subscribe" -> new Trigger.Unmodelled("with a subscription");
                            case "signup_for_email" ->
                                    new Trigger.Unmodelled("after signing up for e-mails");
                            case "signup_for_text" ->
                                    new Trigger.Unmodelled("after signing up for text messages");
                            case "custom" ->
                                    new Trigger.Unmodelled(stated("custom_redemption_restriction"));
                            default -> new Trigger.Unmodelled(who);
                        });
    }

    private Optional<Trigger> audience() {
        return word("audience")
                .flatMap(who ->
                        switch (who) {
                            case "audience_unspecified", "all" -> Optional.empty();
                            case "new_customers" -> Optional.of(new Trigger.NewCustomer());
                            case "location" ->
                                    Optional.of(
                                            new Trigger.Confirmed(
                                                    Trigger.Confirmed.Matter.REGION,
                                                    stated("region_id")));
                            default -> Optional.of(new Trigger.Unmodelled(who));
                        });
    }

    /** Where it can be redeemed; a destination is only where Google shows it, but some say more. */
    private Optional<Trigger> where() {
        List<String> channels = words("redemption_channel");
        List<String> destinations = words("promotion_destination");
        boolean counterOnly =
                (!channels.isEmpty() && !channels.contains("online"))
                        || (!destinations.isEmpty() && LOCAL.containsAll(destinations));
        if (counterOnly) {
            return Optional.of(new Trigger.Unmodelled("only in the shop itself"));
        }
        return !destinations.isEmpty() && AFFILIATE.containsAll(destinations)
                ? Optional.of(
                        new Trigger.Confirmed(
                                Trigger.Confirmed.Matter.CHANNEL, "a video that links to the shop"))
                : Optional.empty();
    }

    private Optional<String> word(String attribute) {
        return words(attribute).stream().findFirst();
    }

    /** Feeds write "Shopping_ads", interfaces SHOPPING_ADS. */
    private List<String> words(String attribute) {
        return feed.list(attribute).stream()
                .map(text -> text.toLowerCase(Locale.ROOT).replace(' ', '_'))
                .toList();
    }

    private String stated(String attribute) {
        return feed.text(attribute)
                .orElseThrow(() -> new IllegalArgumentException(attribute + ": is missing"));
    }
}
