package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.Trades.Status;
import com.truecart.sandbox.pay.Wallet.Shown;

/** What a wallet's app, or page, shows of a trade: pay it, or go back. */
final class WalletPage {
    private final String brand;

    WalletPage(String brand) {
        this.brand = brand;
    }

    Reply show(Wallet wallet, Request request, String reference) {
        Shown before = wallet.shown(reference);
        if (request.method().equals("POST") && before.status() == Status.WAITING) {
            wallet.pay(reference);
            if (!before.comeBack().isEmpty()) {
                return PageFrame.goTo(before.comeBack());
            }
        }
        Shown shown = wallet.shown(reference);
        return switch (shown.status()) {
            case PAID -> page("已支付", "<p>" + amount(shown) + "</p>" + back(shown));
            case CLOSED -> page("订单已关闭", back(shown));
            case WAITING ->
                    page(
                            brand + " (测试)",
                            "<p>"
                                    + PageFrame.text(shown.subject())
                                    + ": <strong>"
                                    + amount(shown)
                                    + "</strong></p><form method=\"post\" action=\"/wallet/"
                                    + shown.reference()
                                    + "\"><button>付款</button></form>"
                                    + back(shown));
        };
    }

    private static String amount(Shown shown) {
        return PageFrame.amount(shown.amount(), shown.currency());
    }

    private static String back(Shown shown) {
        return shown.comeBack().isEmpty()
                ? ""
                : "<p><a href=\"" + PageFrame.text(shown.comeBack()) + "\">返回商家</a></p>";
    }

    private static Reply page(String title, String content) {
        return PageFrame.of(200, "zh-CN", title, content);
    }
}
