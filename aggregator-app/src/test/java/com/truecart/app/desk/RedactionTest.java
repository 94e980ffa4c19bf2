package com.truecart.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import com.truecart.spi.Recipient;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who a shopper is does not stay in what was recorded, in whatever way it is written. */
class RedactionTest {
    private static final Redaction CHEN =
            new Redaction(recipient("大文", "陈", "+852 5123 4567", "弥敦道 1 号", "香港", "油尖旺区"));

    @Test
    void aChineseNameIsStarredAloneAndJoinedInEitherOrder() {
        for (String name : List.of("陈大文", "陈 大文", "大文陈", "大文 陈")) {
            assertThat(CHEN.of("收件人" + name + "不接单")).isEqualTo("收件人****不接单");
        }
        assertThat(CHEN.of("陈先生, 大文")).isEqualTo("****先生, ****");
        assertThat(CHEN.of("缺货, out of stock")).isEqualTo("缺货, out of stock");
    }

    @Test
    void aPhoneIsComparedByItsDigits() {
        for (String phone :
                List.of("51234567", "+852 5123 4567", "+85251234567", "(852) 5123-4567")) {
            assertThat(CHEN.of("call " + phone + " first")).isEqualTo("call **** first");
        }
        Redaction local =
                new Redaction(recipient("Mei", "Ng", "51234567", "1 Nathan Road", "", ""));
        assertThat(local.of("call +852 5123 4567")).isEqualTo("call ****");
        assertThat(local.of("order 51234568, HKD 5123.40"))
                .isEqualTo("order 51234568, HKD 5123.40");
    }

    @Test
    void whereTheShopperLivesIsStarredToTheDistrict() {
        assertThat(CHEN.of("不送 香港 油尖旺区 弥敦道 1 号")).isEqualTo("不送 **** **** ****");
        Redaction latin =
                new Redaction(recipient("Mei", "Ng", "", "1 Nathan Road", "Kowloon", "Yau Tsim"));
        assertThat(latin.of("no lorry to 1  NATHAN road, yau tsim, Kowloon"))
                .isEqualTo("no lorry to ****, ****, ****");
    }

    @Test
    void ordinaryWordsStayWhereANameIsALetterOrTwo() {
        Redaction short1 = new Redaction(recipient("O", "K", "", "", "", ""));
        assertThat(short1.of("OK: out of stock")).isEqualTo("OK: out of stock");
        Redaction ng = new Redaction(recipient("Mei", "Ng", "", "", "", ""));
        assertThat(ng.of("nothing for Ng or Mei Ng")).isEqualTo("nothing for **** or ****");
    }

    @Test
    void aLongAnswerIsReadInOnePass() {
        for (String part : List.of("a", "1", "1 ", "陈", "a@", "5123456 ")) {
            String answer = part.repeat(200_000);
            assertTimeout(Duration.ofSeconds(5), () -> CHEN.of(answer), part);
        }
    }

    private static Recipient recipient(
            String given, String family, String phone, String street, String city, String region) {
        return new Recipient(
                given, family, "mei@example.hk", phone, street, city, region, "", "HK");
    }
}
