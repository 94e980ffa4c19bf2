package com.truecart.benchmarks.search;

/** What a process has used so far, all of its threads, as the kernel counts it (/proc/PID/stat). */
final class ProcessCpu {

    private ProcessCpu() {}

    static double seconds(ProcessHandle process) {
        return process.info()
                        .totalCpuDuration()
                        .orElseThrow(() -> new IllegalStateException(process + " has ended"))
                        .toMillis()
                / 1e3;
    }
}
