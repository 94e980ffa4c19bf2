package com.truecart.app.catalog;

import com.truecart.model.Localized;
import java.util.Map;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Words in several languages in jsonb columns: an object with a text for each language tag. */
public final class LocalizedJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private LocalizedJson() {}

    /** As it is written into a column. */
    public static String write(Localized words) {
        return MAPPER.writeValueAsString(words.byLanguage());
    }

    /** Out of a column. */
    public static Localized read(String json) {
        return new Localized(MAPPER.readValue(json, TEXTS));
    }
}
