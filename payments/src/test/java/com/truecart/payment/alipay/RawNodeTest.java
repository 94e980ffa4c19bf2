package com.truecart.payment.alipay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.spi.UpstreamException.Drifted;
import org.junit.jupiter.api.Test;

class RawNodeTest {
    @Test
    void eachBlankAndEscapeStaysAsItWas() {
        String node = "{ \"a\" : \"\\u4e2d\\\"}{\", \"b\":[{},\"]\"] }";

        assertThat(RawNode.of("{\"sign\":\"x\",\n \"node\" :\t" + node + " ,\"z\":1}", "node"))
                .isEqualTo(node);
    }

    @Test
    void aNodeOfThatNameDeeperDownOrInATextIsNotTaken() {
        String json =
                "{\"a\":{\"node\":{\"evil\":1}},\"b\":\"\\\"node\\\":{}\",\"node\":{\"c\":2}}";

        assertThat(RawNode.of(json, "node")).isEqualTo("{\"c\":2}");
    }

    @Test
    void aTextCalledSoIsNoField() {
        assertThatThrownBy(() -> RawNode.of("{\"a\":\"node\"}", "node"))
                .isInstanceOf(Drifted.class);
    }

    @Test
    void halfAnAnswerIsNoNode() {
        assertThatThrownBy(() -> RawNode.of("{\"node\":{\"c\":{\"d\":1}", "node"))
                .isInstanceOf(Drifted.class);
        assertThatThrownBy(() -> RawNode.of("{\"node\":{\"c\":\"", "node"))
                .isInstanceOf(Drifted.class);
    }
}
