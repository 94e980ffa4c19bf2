package com.truecart.payment.alipay;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.payment.Standing;
import com.truecart.payment.Standing.State;
import com.truecart.payment.Standing.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What Alipay's record says of a hold.
 *
 * @param reference ours
 * @param authNo Alipay's name for it; empty until the shopper agreed
 * @param payer whose money it is; empty until the shopper agreed
 * @param status of the freezing: INIT, SUCCESS or CLOSED
 * @param rest what is held and neither taken nor let go
 * @param paid what was taken of it
 * @param frozenAt when the shopper agreed
 */
record Hold(
        String reference,
        Optional<String> authNo,
        Optional<String> payer,
        String status,
        Money rest,
        Money paid,
        Optional<Instant> frozenAt,
        Instant at) {

    static Hold read(String reference, Json body, Instant at) {
        return new Hold(
                reference,
                body.optionalText("auth_no"),
                body.optionalText("payer_user_id"),
                body.text("status"),
                amount(body, "rest_amount"),
                amount(body, "total_pay_amount"),
                body.optionalText("gmt_trans").map(Fields::moment),
                at);
    }

    private static Money amount(Json body, String name) {
        return Fields.yuan(body.optionalText(name).orElse("0"));
    }

    State state() {
        return switch (status) {
            case "INIT" -> new State.AwaitingShopper(new Step.AsBegun());
            case "SUCCESS" ->
                    paid.isPositive()
                            ? new State.Taken()
                            : rest.isPositive() ? new State.Held() : new State.Closed();
            case "CLOSED" -> new State.Closed();
            default -> new State.Processing();
        };
    }

    /**
     * @param lasts how long money stays held
     */
    Standing standing(Duration lasts) {
        State state = state();
        boolean isHeld = state instanceof State.Held;
        Money nothing = Money.zero(rest.currency());
        return new Standing(
                reference,
                authNo,
                state,
                isHeld || state instanceof State.Taken ? rest : nothing,
                paid,
                nothing,
                isHeld ? frozenAt.map(since -> since.plus(lasts)) : Optional.empty(),
                at);
    }
}
