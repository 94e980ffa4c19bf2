package com.truecart.connector.alibaba1688;

import com.truecart.kit.Json;
import com.truecart.kit.china.ProductSearch;
import com.truecart.spi.UpstreamException.Drifted;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * 1688's search. A row of it names neither specs nor stock nor the seller, so each offer is looked
 * up: a page of twenty takes twenty-one calls. What comes out is a row for each spec.
 */
final class OfferSearch implements ProductSearch {
    static final int PER_PAGE = 20;

    /** The fields of a row of ours. */
    static final String OFFER = "offer";

    static final String SPEC = "spec";
    static final String ID = "id";
    static final String PROBLEM = "problem";

    private final Calls calls;

    OfferSearch(Calls calls) {
        this.calls = calls;
    }

    @Override
    public Found page(String words, int page, Optional<String> continuation) {
        Calls.Answer answer = calls.search(words, page, PER_PAGE);
        List<Json> found = answer.body().optionalList("data");
        List<Json> rows = new ArrayList<>();
        for (Json offer : found) {
            rows.addAll(specs(offer));
        }
        OptionalLong pages = answer.body().optionalNumber("totalPage");
        boolean isLast =
                found.isEmpty()
                        || (pages.isPresent()
                                ? page >= pages.getAsLong()
                                : found.size() < PER_PAGE);
        return new Found(rows, isLast, Optional.empty(), answer.at());
    }

    /** An offer that can no longer be looked up is one bad row, not the end of the page. */
    private List<Json> specs(Json offer) {
        String id;
        try {
            id = offer.id("offerId");
        } catch (Drifted noId) {
            return List.of(problem(offer, "?", "offerId: is missing"));
        }
        Calls.Answer answer = calls.detail(id);
        if (answer.refusal().isPresent()) {
            return List.of(problem(offer, id, "detail: " + answer.refusal().get().said()));
        }
        Json detail = answer.body().at("result");
        List<Json> specs = detail.optionalList("productSkuInfos");
        if (specs.isEmpty()) {
            return List.of(row(offer, id, detail, Optional.empty()));
        }
        List<Json> rows = new ArrayList<>();
        for (Json spec : specs) {
            rows.add(row(offer, id, detail, Optional.of(spec)));
        }
        return rows;
    }

    private static Json row(Json found, String id, Json detail, Optional<Json> spec) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        row.put(ID, id).set(OFFER, detail.node());
        spec.ifPresent(one -> row.set(SPEC, one.node()));
        return new Json(row, found.path());
    }

    private static Json problem(Json found, String id, String problem) {
        ObjectNode row = JsonNodeFactory.instance.objectNode();
        return new Json(row.put(ID, id).put(PROBLEM, problem), found.path());
    }
}
