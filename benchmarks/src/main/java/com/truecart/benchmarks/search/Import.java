package com.truecart.benchmarks.search;

import com.truecart.search.OfferIndex;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/**
 * How an import into our index went.
 *
 * @param offers how many
 * @param generatingSeconds CPU of this process for making the offers alone
 * @param cpuSeconds CPU of this process for making and importing them
 * @param seconds the same on the clock
 * @param peakHeapMegabytes most that was ever used of the heap meanwhile, garbage included
 */
record Import(
        long offers,
        double generatingSeconds,
        double cpuSeconds,
        double seconds,
        long peakHeapMegabytes) {

    static Import of(GeneratedOffers offers, OfferIndex index) {
        double start = cpu();
        long count = offers.all(0).mapToLong(product -> product.offers().size()).sum();
        double generated = cpu();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long began = System.nanoTime();
        index.rebuild(offers.all(0));
        return new Import(
                count,
                generated - start,
                cpu() - generated,
                (System.nanoTime() - began) / 1e9,
                pools().stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum() >> 20);
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .toList();
    }

    private static double cpu() {
        return ProcessCpu.seconds(ProcessHandle.current());
    }

    /** Offers a second of CPU, the making of them not counted. */
    double rate() {
        return offers / (cpuSeconds - generatingSeconds);
    }

    String encoded() {
        return "%d %s %s %s %d"
                .formatted(offers, generatingSeconds, cpuSeconds, seconds, peakHeapMegabytes);
    }

    static Import decoded(List<String> parts) {
        return new Import(
                Long.parseLong(parts.get(0)),
                Double.parseDouble(parts.get(1)),
                Double.parseDouble(parts.get(2)),
                Double.parseDouble(parts.get(3)),
                Long.parseLong(parts.get(4)));
    }
}
