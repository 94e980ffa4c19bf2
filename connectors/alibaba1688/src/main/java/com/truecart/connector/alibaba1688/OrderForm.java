package com.truecart.connector.alibaba1688;

import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteRequest;
import com.truecart.spi.QuoteResult.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a preview is asked with, and an order is made of: the same fields in the same words. */
final class OrderForm {
    private OrderForm() {}

    /** What is wrong with a request before 1688 is asked. */
    static List<Problem> problems(QuoteRequest request) {
        List<Problem> problems = new ArrayList<>();
        ChineseAddress.refusal(request.recipient())
                .ifPresent(reason -> problems.add(new Problem(Optional.empty(), reason)));
        for (OrderLine line : request.lines()) {
            if (Sku.parse(line.upstreamId()).isEmpty()) {
                problems.add(new Problem(Optional.of(line.upstreamId()), "is no offer of 1688"));
            }
        }
        return problems;
    }

    /**
     * The parameters of a preview or an order.
     *
     * @param flow the way of buying a preview found best; empty to let 1688 choose
     */
    static Map<String, String> of(QuoteRequest request, Optional<String> flow) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        request.lines()
                .forEach(
                        line -> quantities.merge(line.upstreamId(), line.quantity(), Integer::sum));
        List<Map<String, Object>> cargo = new ArrayList<>();
        quantities.forEach((key, quantity) -> {
            Sku sku = Sku.parse(key).orElseThrow();
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("offerId", Long.parseLong(sku.offerId()));
            sku.specId().ifPresent(spec -> one.put("specId", spec));
            one.put("quantity", quantity);
            cargo.add(one);
        });
        Map<String, String> parameters = new HashMap<>();
        parameters.put("addressParam", Calls.json(ChineseAddress.of(request.recipient())));
        parameters.put("cargoParamList", Calls.json(cargo));
        flow.ifPresent(name -> parameters.put("flow", name));
        return parameters;
    }
}
