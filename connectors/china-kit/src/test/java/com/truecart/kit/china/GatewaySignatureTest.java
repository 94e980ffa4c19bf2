package com.truecart.kit.china;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Secret;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Against the vectors the platforms publish. */
class GatewaySignatureTest {

    @Test
    void taobaoSignsAsItsManualShows() {
        assertThat(
                        GatewaySignature.md5(
                                new Secret("helloworld"),
                                Map.of(
                                        "method", "taobao.item.seller.get",
                                        "app_key", "12345678",
                                        "session", "test",
                                        "timestamp", "2016-01-01 12:00:00",
                                        "format", "json",
                                        "v", "2.0",
                                        "sign_method", "md5",
                                        "fields", "num_iid,title,nick,price,num",
                                        "num_iid", "11223344")))
                .isEqualTo("66987CB115214E59E6EC978214934FB8");
    }

    @Test
    void pinduoduoSignsAsItsManualShows() {
        Map<String, String> sent = new HashMap<>();
        sent.put("access_token", "asd78172s8ds9a921j9qqwda12312w1w21211");
        sent.put("client_id", "1");
        sent.put("data_type", "XML");
        sent.put("order_status", "1");
        sent.put("page", "1");
        sent.put("page_size", "10");
        sent.put("timestamp", "1480411125");
        sent.put("type", "pdd.order.number.list.get");
        assertThat(GatewaySignature.md5(new Secret("testSecret"), sent))
                .isEqualTo("E4DE3ED21002510DED352819E7AE6775");
    }

    @Test
    void jdSignsAsItsManualShowsTheBusinessPartAsOneText() {
        String business =
                "{\"end_date\":null,\"optional_fields\":null,\"order_state\":\"WAIT_SELLER_STOCK_OUT\","
                        + "\"page\":\"1\",\"page_size\":\"200\",\"start_date\":null}";
        assertThat(
                        GatewaySignature.md5(
                                new Secret("yourappSecret"),
                                Map.of(
                                        "360buy_param_json", business,
                                        "access_token", "yourtoken",
                                        "app_key", "yourappkey",
                                        "method", "jingdong.pop.order.search",
                                        "timestamp", "2021-05-07 09:20:39.683+0800",
                                        "v", "2.0")))
                .isEqualTo("D70825340F4084360B9362B60DFD7930");
    }

    @Test
    void alibaba1688SignsThePathToo() {
        assertThat(
                        GatewaySignature.hmacSha1(
                                new Secret("test123"),
                                "param2/1/system/currentTime/1000000",
                                Map.of("b", "2", "a", "1")))
                .isEqualTo("33E54F4F7B989E3E0E912D3FBD2F1A03CA7CCE88");
    }

    @Test
    void anotherSecretIsAnotherSignature() {
        Map<String, String> sent = Map.of("method", "x");
        assertThat(GatewaySignature.md5(new Secret("a"), sent))
                .isNotEqualTo(GatewaySignature.md5(new Secret("b"), sent));
    }
}
