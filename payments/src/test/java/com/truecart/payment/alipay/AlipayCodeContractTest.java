package com.truecart.payment.alipay;

import com.truecart.payment.PaymentKind;

class AlipayCodeContractTest extends AlipayContract {
    @Override
    protected PaymentKind kind() {
        return new AlipayCodeKind();
    }
}
