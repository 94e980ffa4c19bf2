package com.truecart.model;

import java.util.List;

/**
 * Delivery fees that depend on the parcel: the highest row reached counts (运费模板). "To 1 kg 8.00,
 * from 1 kg 12.00, from 5 kg 30.00": 3 kg cost 12.00.
 *
 * @param measure what the rows are by
 * @param rows ascending; below the first one the terms' own fee holds
 */
public record DeliveryTable(Measure measure, List<Row> rows) {

    /** What a row is reached by. */
    public enum Measure {
        /** The goods total in minor units. */
        GOODS,
        /** The parcel's weight in grams. */
        GRAMS
    }

    /** From here on this fee. */
    public record Row(long from, Money fee) {
        public Row {
            if (from < 0) {
                throw new IllegalArgumentException("from: must not be negative, is " + from);
            }
            Sound.requireNotNegative(fee, "fee");
        }
    }

    public DeliveryTable {
        Sound.requireAtLeast(1, rows.size(), "rows");
        rows = List.copyOf(rows);
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i).from() <= rows.get(i - 1).from()) {
                throw new IllegalArgumentException(
                        "rows: must ascend, but "
                                + rows.get(i).from()
                                + " follows "
                                + rows.get(i - 1).from());
            }
        }
    }

    Money feeAt(long reached, Money below) {
        Money fee = below;
        for (Row row : rows) {
            if (reached >= row.from()) {
                fee = row.fee();
            }
        }
        return fee;
    }
}
