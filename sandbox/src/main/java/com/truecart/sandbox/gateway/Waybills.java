package com.truecart.sandbox.gateway;

import com.truecart.sandbox.http.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What 1688 says of an order's parcel: one parcel, once it is on its way. */
final class Waybills {
    private Waybills() {}

    static ObjectNode of(String orderId, boolean isOnItsWay) {
        ObjectNode body = Json.object();
        if (!isOnItsWay) {
            return body.put("success", false)
                    .put("errorCode", "500_2")
                    .put("errorMessage", "该订单没有发货，不能查看物流详情");
        }
        body.putArray("result")
                .addObject()
                .put("logisticsId", "BX" + orderId)
                .put("logisticsBillNo", "YT" + orderId)
                .put("logisticsCompanyName", "圆通速递")
                .put("status", "TRANSPORT");
        return body.put("success", true);
    }

    static ObjectNode trace(String orderId, boolean isOnItsWay) {
        ObjectNode body = Json.object();
        if (!isOnItsWay) {
            return body.put("success", false).put("errorCode", "404");
        }
        ArrayNode steps =
                body.putArray("logisticsTrace")
                        .addObject()
                        .put("logisticsId", "BX" + orderId)
                        .put("logisticsBillNo", "YT" + orderId)
                        .putArray("logisticsSteps");
        // newest first, as some carriers send them
        steps.addObject().put("acceptTime", "2026-11-26 21:40:00").put("remark", "到达宁波分拨中心");
        steps.addObject().put("acceptTime", "2026-11-26 20:15:00").put("remark", "在杭州滨江揽件");
        return body.put("success", true);
    }
}
