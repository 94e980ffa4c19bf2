package com.truecart.payment.wechat;

import com.truecart.model.Money;
import com.truecart.payment.Share;
import java.util.List;

/** Combine pay where all of it is another merchant's, who alone can give it back. */
class WechatOneShareContractTest extends WechatCombineContractTest {
    @Override
    protected List<Share> shares(String reference, Money amount) {
        return List.of(
                new Share(
                        desk().others().getFirst(),
                        "part-" + reference.substring(reference.length() - 6),
                        amount,
                        "tea"));
    }
}
