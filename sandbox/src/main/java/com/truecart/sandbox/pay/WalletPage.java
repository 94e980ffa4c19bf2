package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Reply;
import com.truecart.sandbox.http.Request;
import com.truecart.sandbox.pay.Trades.Status;
import com.truecart.sandbox.pay.Trades.Trade;

/** What a wallet's app, or page, shows of a trade: pay it, or go back. */
final class WalletPage {
    private final String wallet;
    private final Trades trades;

    WalletPage(String wallet, Trades trades) {
        this.wallet = wallet;
        this.trades = trades;
    }

    Reply show(Request request, String reference) {
        Trade trade = trades.known(reference);
        if (request.method().equals("POST") && trade.status == Status.WAITING) {
            trades.pay(reference);
            if (!trade.comeBack.isEmpty()) {
                return PageFrame.goTo(trade.comeBack);
            }
        }
        return switch (trades.known(reference).status) {
            case PAID -> page("已支付", "<p>" + amount(trade) + "</p>" + back(trade));
            case CLOSED -> page("订单已关闭", back(trade));
            case WAITING ->
                    page(
                            wallet + " (测试)",
                            "<p>"
                                    + PageFrame.text(trade.subject)
                                    + ": <strong>"
                                    + amount(trade)
                                    + "</strong></p><form method=\"post\" action=\"/wallet/"
                                    + trade.reference
                                    + "\"><button>付款</button></form>"
                                    + back(trade));
        };
    }

    private static String amount(Trade trade) {
        return PageFrame.amount(trade.amount, trade.currency);
    }

    private static String back(Trade trade) {
        return trade.comeBack.isEmpty()
                ? ""
                : "<p><a href=\"" + PageFrame.text(trade.comeBack) + "\">返回商家</a></p>";
    }

    private static Reply page(String title, String content) {
        return PageFrame.of(200, "zh-CN", title, content);
    }
}
