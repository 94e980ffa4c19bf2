package com.truecart.carrier.kuaidi100;

import com.truecart.carrier.Scan;
import com.truecart.carrier.Stage;
import com.truecart.kit.Json;
import com.truecart.kit.china.ShanghaiTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads Kuaidi100's rows.
 *
 * <p>Source: reference on protocols, section I; the words of a row's status are those its samples
 * show.
 */
final class Scans {

    private Scans() {}

    /** The rows of an answer or of a push, oldest first; those without a time are left out. */
    static List<Scan> read(Json result) {
        Optional<String> state = result.optionalText("state");
        List<Scan> scans = new ArrayList<>();
        for (Json row : result.optionalList("data")) {
            Optional<String> time = row.optionalText("ftime").or(() -> row.optionalText("time"));
            time.flatMap(ShanghaiTime::parse)
                    .ifPresent(at ->
                            scans.add(
                                    new Scan(
                                            at,
                                            // the newest row comes first, and the state is its
                                            row.optionalText("status")
                                                    .map(Scans::ofWord)
                                                    .or(() ->
                                                            scans.isEmpty()
                                                                    ? state.map(Scans::ofState)
                                                                    : Optional.empty())
                                                    .orElse(Stage.IN_TRANSIT),
                                            row.optionalText("context").orElse(""))));
        }
        Collections.reverse(scans);
        return List.copyOf(scans);
    }

    private static Stage ofWord(String word) {
        return switch (word) {
            case "揽收", "已揽收" -> Stage.PICKED_UP;
            case "在途", "干线", "转单", "转投", "到达派件城市", "清关", "报关" -> Stage.IN_TRANSIT;
            case "派件", "投柜或驿站", "柜或驿站签收前" -> Stage.OUT_FOR_DELIVERY;
            case "签收", "本人签收", "代签", "柜或驿站签收" -> Stage.DELIVERED;
            case "疑难", "拒签", "超时未签收", "派件异常" -> Stage.EXCEPTION;
            case "退回", "退签" -> Stage.RETURNED;
            default -> Stage.UNMAPPED;
        };
    }

    private static Stage ofState(String state) {
        return switch (state) {
            case "0", "7" -> Stage.IN_TRANSIT;
            case "1" -> Stage.PICKED_UP;
            case "2", "8", "14" -> Stage.EXCEPTION;
            case "3" -> Stage.DELIVERED;
            case "4", "6" -> Stage.RETURNED;
            case "5" -> Stage.OUT_FOR_DELIVERY;
            default -> Stage.UNMAPPED;
        };
    }
}
