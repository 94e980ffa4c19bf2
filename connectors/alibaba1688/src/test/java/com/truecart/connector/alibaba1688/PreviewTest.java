package com.truecart.connector.alibaba1688;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.truecart.kit.Json;
import com.truecart.model.Money;
import com.truecart.spi.Call.Safety;
import com.truecart.spi.OrderLine;
import com.truecart.spi.QuoteResult.QuotedLine;
import com.truecart.spi.UpstreamException;
import com.truecart.spi.UpstreamException.Drifted;
import com.truecart.spi.UpstreamOrder.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreviewTest {
    private static final String PREVIEW =
            """
            {"tradeModeNameList":["nzassure"],"status":true,"sumPayment":4400,"sumCarriage":800,"sumPaymentNoCarriage":3600,
             "flowFlag":"general","cargoList":[{"amount":36,"finalUnitPrice":18,"specId":"eb81","offerId":548818919805}]}
            """;

    @Test
    void linesAreYuanAndSumsAreFen() {
        Preview preview = preview(PREVIEW);
        assertThat(preview.goods()).isEqualTo(cny(3_600));
        assertThat(preview.delivery()).isEqualTo(cny(800));
        assertThat(preview.payable()).isEqualTo(cny(4_400));
        assertThat(preview.discounts()).isEmpty();
        assertThat(preview.lines(List.of(new OrderLine("548818919805:eb81", 2))))
                .containsExactly(
                        new QuotedLine(
                                new OrderLine("548818919805:eb81", 2), cny(1_800), cny(3_600)));
    }

    @Test
    void whatIsAskedLessThanThePartsIsADiscount() {
        assertThat(preview(PREVIEW.replace("4400", "4100")).discounts())
                .singleElement()
                .satisfies(discount -> assertThat(discount.amount()).isEqualTo(cny(300)));
    }

    @Test
    void aFeeBesideTheFreightIsDelivery() {
        Preview preview =
                preview(
                        PREVIEW.replace("4400", "4500")
                                .replace("\"status\"", "\"additionalFee\":100,\"status\""));
        assertThat(preview.delivery()).isEqualTo(cny(900));
        assertThat(preview.discounts()).isEmpty();
    }

    @Test
    void whatOnlyThePagesOf1688SellIsAnObstacle() {
        assertThat(preview(PREVIEW.replace("[\"nzassure\"]", "[]")).obstacle()).isPresent();
        assertThat(preview(PREVIEW.replace("true", "false")).obstacle()).isPresent();
        assertThat(preview(PREVIEW).obstacle()).isEmpty();
    }

    @Test
    void aPartOfAFenIsDrift() {
        assertThatThrownBy(() -> preview(PREVIEW.replace("36,", "36.005,")).goods())
                .isInstanceOf(Drifted.class)
                .hasMessageContaining("amount");
    }

    @Test
    void aPreviewThatLacksALineIsDrift() {
        assertThatThrownBy(() -> preview(PREVIEW).lines(List.of(new OrderLine("1", 1))))
                .isInstanceOf(Drifted.class);
    }

    @Test
    void theGatewaysRefusalsSayWhoActs() {
        for (Safety safety : List.of(Safety.READ, Safety.ONE_SHOT_WRITE)) {
            assertThat(Calls.refusal("gw.SignatureInvalid", "x", safety))
                    .isInstanceOf(UpstreamException.Misconfigured.class);
            assertThat(Calls.refusal("401", "x", safety))
                    .isInstanceOf(UpstreamException.Misconfigured.class);
            assertThat(Calls.refusal("gw.QosAppFrequencyLimit", "x", safety))
                    .isInstanceOf(UpstreamException.Throttled.class);
        }
        assertThat(Calls.refusal("gw.APIUnsupported", "x", Safety.READ))
                .isInstanceOf(UpstreamException.Refused.class);
        assertThat(Calls.refusal("500", "x", Safety.READ).surelyNotDone()).isFalse();
    }

    @Test
    void anotherRefusalOfTheGatewayLeavesAnOrderThatWasSentInDoubt() {
        for (String code : List.of("gw.ServiceTimeout", "gw.APIUnsupported", "500")) {
            assertThat(Calls.refusal(code, "x", Safety.ONE_SHOT_WRITE).surelyNotDone())
                    .as(code)
                    .isFalse();
        }
    }

    @Test
    void theWordsOfAnOrderAreOurs() {
        assertThat(Parcels.status("waitbuyerpay")).isEqualTo(Status.ACCEPTED);
        assertThat(Parcels.status("waitsellersend")).isEqualTo(Status.ACCEPTED);
        assertThat(Parcels.status("waitbuyerreceive")).isEqualTo(Status.SHIPPED);
        assertThat(Parcels.status("confirm_goods")).isEqualTo(Status.DELIVERED);
        assertThat(Parcels.status("success")).isEqualTo(Status.DELIVERED);
        assertThat(Parcels.status("cancel")).isEqualTo(Status.CANCELLED);
        assertThat(Parcels.status("terminated")).isEqualTo(Status.CANCELLED);
        assertThat(Parcels.status("signinsuccess")).isEqualTo(Status.UNRECOGNISED);
    }

    private static Preview preview(String json) {
        return new Preview(Json.parse(json));
    }

    private static Money cny(long fen) {
        return Money.of(fen, "CNY");
    }
}
