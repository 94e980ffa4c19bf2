package com.truecart.app.order.web;

import com.truecart.app.order.PriceKeeping;
import com.truecart.app.order.PriceKeepings;
import com.truecart.app.web.MoneyView;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;

/** Whether prices were kept, connection by connection. */
@Controller
class PriceKeepingController {
    private final PriceKeepings keepings;

    PriceKeepingController(PriceKeepings keepings) {
        this.keepings = keepings;
    }

    @GetMapping("/price-keeping")
    String page(Model model) {
        model.addAttribute("keepings", keepings.lately());
        model.addAttribute("days", PriceKeepings.WINDOW.toDays());
        return "order/price-keeping";
    }

    @GetMapping("/api/v1/price-keeping")
    @ResponseBody
    KeepingsBody api() {
        return new KeepingsBody(
                PriceKeepings.WINDOW.toDays(),
                keepings.lately().stream().map(KeepingBody::of).toList());
    }

    /**
     * @param days how far back it looks, counted from the moment of asking
     */
    record KeepingsBody(long days, List<KeepingBody> connections) {}

    /** See {@link PriceKeeping}; {@code keptPpm} in millionths. */
    record KeepingBody(
            String connection,
            long charged,
            long quotedAsPromised,
            long chargedAsQuoted,
            long kept,
            long keptPpm,
            MoneyView offAtQuote,
            MoneyView offAtCharge,
            Instant latest) {
        static KeepingBody of(PriceKeeping one) {
            return new KeepingBody(
                    one.connection(),
                    one.charged(),
                    one.quotedAsPromised(),
                    one.chargedAsQuoted(),
                    one.kept(),
                    one.keptPpm(),
                    MoneyView.of(one.offAtQuote()),
                    MoneyView.of(one.offAtCharge()),
                    one.latest());
        }
    }
}
