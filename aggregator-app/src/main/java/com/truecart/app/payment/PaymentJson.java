package com.truecart.app.payment;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.truecart.app.catalog.MoneyJson;
import com.truecart.app.payment.PaymentState.AwaitingShopper;
import com.truecart.app.payment.PaymentState.Beginning;
import com.truecart.app.payment.PaymentState.Closed;
import com.truecart.app.payment.PaymentState.Declined;
import com.truecart.app.payment.PaymentState.Held;
import com.truecart.app.payment.PaymentState.Processing;
import com.truecart.app.payment.PaymentState.Refused;
import com.truecart.app.payment.PaymentState.Taken;
import com.truecart.payment.Standing.Step;
import tools.jackson.databind.json.JsonMapper;

/** How payments are written into jsonb columns. */
final class PaymentJson {
    static final JsonMapper MAPPER =
            MoneyJson.mapper().rebuild().addMixIn(Step.class, NamedSteps.class).build();

    private PaymentJson() {}

    static String nameOf(PaymentState state) {
        return switch (state) {
            case Beginning _ -> "beginning";
            case AwaitingShopper _ -> "awaiting_shopper";
            case Processing _ -> "processing";
            case Held _ -> "held";
            case Taken _ -> "taken";
            case Declined _ -> "declined";
            case Closed _ -> "closed";
            case Refused _ -> "refused";
        };
    }

    static PaymentState state(String name, String details) {
        Class<? extends PaymentState> type =
                switch (name) {
                    case "beginning" -> Beginning.class;
                    case "awaiting_shopper" -> AwaitingShopper.class;
                    case "processing" -> Processing.class;
                    case "held" -> Held.class;
                    case "taken" -> Taken.class;
                    case "declined" -> Declined.class;
                    case "closed" -> Closed.class;
                    case "refused" -> Refused.class;
                    default ->
                            throw new IllegalStateException(
                                    "payment.state '" + name + "' is none of ours");
                };
        return MAPPER.readValue(details, type);
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "do")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Step.Scan.class, name = "scan"),
        @JsonSubTypes.Type(value = Step.GoTo.class, name = "go_to"),
        @JsonSubTypes.Type(value = Step.AsBegun.class, name = "as_begun")
    })
    private interface NamedSteps {}
}
