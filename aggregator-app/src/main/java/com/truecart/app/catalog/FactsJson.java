package com.truecart.app.catalog;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.truecart.model.Benefit;
import com.truecart.model.Localized;
import com.truecart.model.Promotion;
import com.truecart.model.Reach;
import com.truecart.model.Reward;
import com.truecart.model.Scope;
import com.truecart.model.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.jsontype.NamedType;
import tools.jackson.databind.module.SimpleModule;

/**
 * How facts are written into jsonb columns. The names of kinds are written out here, apart from the
 * names of classes: a class may be renamed, and a kind whose shape changes gets a second name,
 * without touching what is on record.
 */
public final class FactsJson {
    private static final TypeReference<List<Promotion>> PROMOTIONS = new TypeReference<>() {};
    private static final TypeReference<List<Localized>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> STRINGS = new TypeReference<>() {};

    private static final Map<Class<?>, String> NAMES =
            Map.ofEntries(
                    Map.entry(Benefit.UnitPrice.class, "unit-price"),
                    Map.entry(Benefit.PercentOff.class, "percent-off"),
                    Map.entry(Benefit.AmountOff.class, "amount-off"),
                    Map.entry(Benefit.Ladder.class, "ladder"),
                    Map.entry(Benefit.StepOff.class, "step-off"),
                    Map.entry(Benefit.NthUnit.class, "nth-unit"),
                    Map.entry(Benefit.NthUnitPrice.class, "nth-unit-price"),
                    Map.entry(Benefit.BundlePrice.class, "bundle-price"),
                    Map.entry(Benefit.BundleSave.class, "bundle-save"),
                    Map.entry(Benefit.QuantityPercent.class, "quantity-percent"),
                    Map.entry(Benefit.BuyXGetY.class, "buy-x-get-y"),
                    Map.entry(Benefit.Gift.class, "gift"),
                    Map.entry(Benefit.DeliveryOff.class, "delivery-off"),
                    Map.entry(Benefit.SetPrice.class, "set-price"),
                    Map.entry(Benefit.BuyThisGetThat.class, "buy-this-get-that"),
                    Map.entry(Benefit.AddOnPrice.class, "add-on-price"),
                    Map.entry(Benefit.DepositBoost.class, "deposit-boost"),
                    Map.entry(Benefit.StoredValue.class, "stored-value"),
                    Map.entry(Benefit.ValueBack.class, "value-back"),
                    Map.entry(Benefit.Unmodelled.class, "unmodelled"),
                    Map.entry(Reach.Spend.class, "spend"),
                    Map.entry(Reach.Units.class, "units"),
                    Map.entry(Reward.Amount.class, "amount"),
                    Map.entry(Reward.Rate.class, "rate"),
                    Map.entry(Scope.ThisOffer.class, "this-offer"),
                    Map.entry(Scope.WholeStore.class, "whole-store"),
                    Map.entry(Scope.Listings.class, "listings"),
                    Map.entry(Scope.Categories.class, "categories"),
                    Map.entry(Scope.Brands.class, "brands"),
                    Map.entry(Scope.Except.class, "except"),
                    Map.entry(Scope.NotReduced.class, "not-reduced"),
                    Map.entry(Scope.BestBeforeWithin.class, "best-before-within"),
                    Map.entry(Scope.AllOf.class, "all-of"),
                    Map.entry(Scope.Unmodelled.class, "unmodelled"),
                    Map.entry(Trigger.Always.class, "always"),
                    Map.entry(Trigger.MinSpend.class, "min-spend"),
                    Map.entry(Trigger.MinQuantity.class, "min-quantity"),
                    Map.entry(Trigger.Code.class, "code"),
                    Map.entry(Trigger.Member.class, "member"),
                    Map.entry(Trigger.NewCustomer.class, "new-customer"),
                    Map.entry(Trigger.PaymentMethod.class, "payment-method"),
                    Map.entry(Trigger.MinDistinct.class, "min-distinct"),
                    Map.entry(Trigger.Within.class, "within"),
                    Map.entry(Trigger.Confirmed.class, "confirmed"),
                    Map.entry(Trigger.AllOf.class, "all-of"),
                    Map.entry(Trigger.AnyOf.class, "any-of"),
                    Map.entry(Trigger.Unmodelled.class, "unmodelled"));

    private static final JsonMapper JSON = mapper();

    private FactsJson() {}

    static Set<Class<?>> named() {
        return NAMES.keySet();
    }

    public static String promotion(Promotion promotion) {
        return JSON.writeValueAsString(promotion);
    }

    public static Promotion promotion(String json) {
        return JSON.readValue(json, Promotion.class);
    }

    public static String promotions(List<Promotion> promotions) {
        return JSON.writerFor(PROMOTIONS).writeValueAsString(promotions);
    }

    public static List<Promotion> promotions(String json) {
        return JSON.readValue(json, PROMOTIONS);
    }

    public static String text(Localized text) {
        return JSON.writeValueAsString(text);
    }

    public static Localized text(String json) {
        return JSON.readValue(json, Localized.class);
    }

    /** A record made of facts. */
    public static String facts(Object facts) {
        return JSON.writeValueAsString(facts);
    }

    /** A record made of facts, as it was written. */
    public static <T> T facts(String json, Class<T> type) {
        return JSON.readValue(json, type);
    }

    static String texts(List<Localized> texts) {
        return JSON.writerFor(TEXTS).writeValueAsString(texts);
    }

    static List<Localized> texts(String json) {
        return JSON.readValue(json, TEXTS);
    }

    static String strings(Map<String, String> strings) {
        return JSON.writeValueAsString(strings);
    }

    static String strings(List<String> strings) {
        return JSON.writeValueAsString(strings);
    }

    static Map<String, String> strings(String json) {
        return JSON.readValue(json, STRINGS);
    }

    private static JsonMapper mapper() {
        SimpleModule facts = new SimpleModule("facts");
        facts.addSerializer(Localized.class, new LocalizedWriter());
        facts.addDeserializer(Localized.class, new LocalizedReader());
        // sets have no order, but what is stored must not differ from run to run
        facts.addSerializer(Set.class, new SortedSetWriter());
        JsonMapper.Builder builder =
                JsonMapper.builder()
                        .addModule(facts)
                        .addMixIn(Benefit.class, Kind.class)
                        .addMixIn(Scope.class, Kind.class)
                        .addMixIn(Trigger.class, Kind.class)
                        .addMixIn(Reach.class, Kind.class)
                        .addMixIn(Reward.class, Kind.class)
                        .changeDefaultPropertyInclusion(present ->
                                present.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                        .changeDefaultVisibility(present ->
                                present.withGetterVisibility(Visibility.NONE)
                                        .withIsGetterVisibility(Visibility.NONE)
                                        .withFieldVisibility(Visibility.ANY))
                        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        NAMES.forEach((type, name) -> builder.registerSubtypes(new NamedType(type, name)));
        return builder.build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    private interface Kind {}

    private static final class LocalizedWriter extends ValueSerializer<Localized> {
        @Override
        public void serialize(Localized text, JsonGenerator out, SerializationContext context) {
            context.writeValue(out, text.byLanguage());
        }
    }

    private static final class LocalizedReader extends ValueDeserializer<Localized> {
        @Override
        public Localized deserialize(JsonParser in, DeserializationContext context) {
            return new Localized(
                    context.readValue(
                            in,
                            context.getTypeFactory()
                                    .constructMapType(Map.class, String.class, String.class)));
        }
    }

    @SuppressWarnings("rawtypes")
    private static final class SortedSetWriter extends ValueSerializer<Set> {
        @Override
        public void serialize(Set set, JsonGenerator out, SerializationContext context) {
            out.writeStartArray();
            for (Object element : new TreeSet<Object>((Set<?>) set)) {
                context.writeValue(out, element);
            }
            out.writeEndArray();
        }
    }
}
