package com.truecart.search.elastic;

import co.elastic.clients.elasticsearch.core.ExplainResponse;
import co.elastic.clients.elasticsearch.core.GetResponse;
import co.elastic.clients.json.JsonData;
import com.truecart.search.Explained;
import com.truecart.search.Explained.Reason;
import com.truecart.search.OfferDocument;
import com.truecart.search.layout.Standing;
import com.truecart.search.query.Question;
import jakarta.json.JsonObject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Asks Elasticsearch what each condition is worth for one product. */
final class ElasticWhy {

    private final Cluster cluster;
    private final Question question;

    ElasticWhy(Cluster cluster, Question question) {
        this.cluster = cluster;
        this.question = question;
    }

    Explained of(String productId, float score) {
        Map<Reason, Float> parts = new EnumMap<>(Reason.class);
        if (question instanceof Question.Words words) {
            words.all().forEach(each -> parts.put(each.reason(), worth(each, productId)));
            parts.putAll(standing(productId).reasons());
        }
        return new Explained(productId, score, parts);
    }

    private float worth(Question.Condition condition, String productId) {
        ExplainResponse<JsonData> answer =
                cluster.ask(
                        "explaining",
                        client ->
                                client.explain(
                                        asked ->
                                                asked.index(cluster.settings().alias())
                                                        .id(productId)
                                                        .query(
                                                                ElasticQueries.of(
                                                                        condition.clause())),
                                        JsonData.class));
        return answer.matched() && answer.explanation() != null ? answer.explanation().value() : 0;
    }

    private Standing standing(String productId) {
        GetResponse<JsonData> found =
                cluster.ask(
                        "reading a product",
                        client ->
                                client.get(
                                        get -> get.index(cluster.settings().alias()).id(productId),
                                        JsonData.class));
        JsonData source = found.source();
        if (source == null) {
            return new Standing(false, 0, OptionalInt.empty());
        }
        JsonObject document = source.toJson().asJsonObject();
        List<OfferDocument> offers = Documents.offers(document);
        return new Standing(
                offers.stream().anyMatch(OfferDocument::inStock),
                offers.size(),
                document.containsKey(Documents.SALES_RANK)
                        ? OptionalInt.of(document.getInt(Documents.SALES_RANK))
                        : OptionalInt.empty());
    }
}
