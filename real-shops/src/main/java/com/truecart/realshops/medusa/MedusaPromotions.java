package com.truecart.realshops.medusa;

import static com.truecart.realshops.medusa.MedusaAdmin.made;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the shop takes off and when, as its Admin API words it. */
public final class MedusaPromotions {
    private final Api api;

    MedusaPromotions(Api api) {
        this.api = api;
    }

    /**
     * One more; in force if its {@code status} is {@code active}.
     *
     * @param document as {@code POST /admin/promotions} wants it
     * @return its id
     */
    public String add(Map<String, ?> document) {
        return made(api.post("/admin/promotions", document));
    }

    /** Those present, of any status. */
    public List<String> present() {
        List<String> ids = new ArrayList<>();
        for (JsonNode promotion :
                api.get("/admin/promotions?limit=1000&fields=id").get("promotions")) {
            ids.add(promotion.get("id").stringValue());
        }
        return List.copyOf(ids);
    }

    /** Takes all away. */
    public void clear() {
        present().forEach(id -> api.delete("/admin/promotions/" + id));
    }
}
