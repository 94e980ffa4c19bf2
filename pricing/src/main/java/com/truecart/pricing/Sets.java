package com.truecart.pricing;

import com.truecart.pricing.profile.Basis;
import java.util.Map;

/** Whole sets of named listings at one price (套装). */
final class Sets {

    private Sets() {}

    /** What the full sets among these positions save together. */
    static long saving(Map<String, Integer> units, long price, int[] at, Running running) {
        int sets = Integer.MAX_VALUE;
        for (Map.Entry<String, Integer> each : units.entrySet()) {
            int have = 0;
            for (int position : at) {
                if (running.positions().offer(position).upstreamId().equals(each.getKey())) {
                    have += running.positions().quantity(position);
                }
            }
            sets = Math.min(sets, have / each.getValue());
        }
        long saving = 0;
        int[] used = new int[running.positions().all()];
        for (int set = 0; set < sets; set++) {
            long apart = 0;
            for (Map.Entry<String, Integer> each : units.entrySet()) {
                int wanted = each.getValue();
                for (int position : at) {
                    if (running.positions().offer(position).upstreamId().equals(each.getKey())) {
                        long[] prices = running.units(position, Basis.RUNNING);
                        while (wanted > 0 && used[position] < prices.length) {
                            apart += prices[used[position]++];
                            wanted--;
                        }
                    }
                }
            }
            saving += Math.max(0, apart - price);
        }
        return saving;
    }
}
