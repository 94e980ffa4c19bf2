package com.truecart.sandbox.pay;

import com.truecart.sandbox.http.Reply;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** What the pages of all providers look like. */
final class PageFrame {
    private static final String STYLE =
            "body{font:1.1rem/1.5 system-ui,sans-serif;margin:2rem auto;max-width:32rem;"
                    + "padding:0 1rem;color:#1a1a1a;background:#fff}"
                    + "label{display:block;margin-top:1rem}"
                    + "input{font:inherit;padding:.5rem;width:100%;box-sizing:border-box;"
                    + "border:1px solid #555;border-radius:.3rem}"
                    + "button{font:inherit;margin-top:1.5rem;padding:.6rem 1.2rem;border:0;"
                    + "border-radius:.3rem;background:#2b2b7c;color:#fff}"
                    + ":focus-visible{outline:3px solid #b35c00;outline-offset:2px}"
                    + "[role=alert]{border-left:.3rem solid #a80000;padding:.5rem 1rem;"
                    + "background:#fdeaea}"
                    + "td,th{text-align:left;padding:.2rem 1rem .2rem 0}a{color:#2b2b7c}";

    private PageFrame() {}

    static Reply of(int status, String language, String title, String content) {
        return Reply.text(
                status,
                "text/html",
                "<!doctype html><html lang=\""
                        + language
                        + "\"><head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width,initial-scale=1\"><title>"
                        + text(title)
                        + "</title><style>"
                        + STYLE
                        + "</style></head><body><main><h1>"
                        + text(title)
                        + "</h1>"
                        + content
                        + "</main></body></html>");
    }

    static Reply goTo(String address) {
        return Reply.text(303, "text/plain", "").with("Location", address);
    }

    static String amount(long minor, String currency) {
        String code = currency.toUpperCase(Locale.ROOT);
        int digits = Currency.getInstance(code).getDefaultFractionDigits();
        return code + " " + BigDecimal.valueOf(minor, digits).toPlainString();
    }

    static String text(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
