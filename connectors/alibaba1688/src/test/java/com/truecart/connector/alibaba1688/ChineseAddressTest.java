package com.truecart.connector.alibaba1688;

import static org.assertj.core.api.Assertions.assertThat;

import com.truecart.spi.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChineseAddressTest {

    @Test
    void theDistrictIsTakenOutOfTheStreet() {
        assertThat(ChineseAddress.of(hangzhou("滨江区网商路699号")))
                .containsEntry("fullName", "张三")
                .containsEntry("mobile", "15251667788")
                .containsEntry("provinceText", "浙江省")
                .containsEntry("cityText", "杭州市")
                .containsEntry("areaText", "滨江区")
                .containsEntry("address", "网商路699号")
                .containsEntry("postCode", "310000");
    }

    @Test
    void aStreetWithoutADistrictStaysWhole() {
        assertThat(ChineseAddress.of(hangzhou("网商路699号")))
                .containsEntry("areaText", "")
                .containsEntry("address", "网商路699号");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "阳光小区5幢301室",
                "阳光小区红旗路5号",
                "文新社区8号",
                "科技园区创新路1号",
                "經濟開發區1号",
                "经济技术开发区1号大街",
                "網商園區5號"
            })
    void anEstateAParkOrAZoneIsNoDistrict(String street) {
        assertThat(ChineseAddress.of(hangzhou(street)))
                .containsEntry("areaText", "")
                .containsEntry("address", street);
    }

    @Test
    void theDistrictBeforeAnEstateIsTakenOut() {
        assertThat(ChineseAddress.of(hangzhou("滨江区阳光小区5幢")))
                .containsEntry("areaText", "滨江区")
                .containsEntry("address", "阳光小区5幢");
    }

    @Test
    void hongKongStandsWhereAProvinceDoes() {
        Recipient hongKong =
                new Recipient(
                        "Ka Yan",
                        "Chan",
                        "k@example.com",
                        "+85255550123",
                        "12 Harbour Road",
                        "Wan Chai",
                        "HK",
                        "",
                        "HK");
        assertThat(ChineseAddress.refusal(hongKong)).isEmpty();
        assertThat(ChineseAddress.of(hongKong))
                .containsEntry("fullName", "Ka Yan Chan")
                .containsEntry("mobile", "85255550123")
                .containsEntry("provinceText", "香港特别行政区")
                .containsEntry("cityText", "Wan Chai")
                .containsEntry("postCode", "000000");
    }

    @Test
    void anAddressAbroadOrWithoutAProvinceIsRefused() {
        assertThat(ChineseAddress.refusal(new Recipient("A", "B", "", "", "x", "y", "", "", "DE")))
                .isPresent();
        assertThat(
                        ChineseAddress.refusal(
                                new Recipient("三", "张", "", "", "x", "杭州市", "", "", "CN")))
                .isPresent();
    }

    private static Recipient hangzhou(String street) {
        return new Recipient(
                "三",
                "张",
                "z@example.com",
                "+86 152 5166 7788",
                street,
                "杭州市",
                "浙江省",
                "310000",
                "CN");
    }
}
