package com.truecart.payment.alipay;

/** Our references as Alipay takes them: letters, digits and underscores, no hyphens. */
final class Names {
    private Names() {}

    static String sent(String reference) {
        return reference.replace('-', '_');
    }

    static String ours(String sent) {
        return sent.replace('_', '-');
    }
}
