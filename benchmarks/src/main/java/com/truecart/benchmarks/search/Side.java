package com.truecart.benchmarks.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** What one way of asking took. */
final class Side {
    private final ProcessHandle process;
    private final Times times = new Times();
    private double cpuSeconds;

    Side(ProcessHandle process) {
        this.process = process;
    }

    <Q, A> List<A> ask(List<Q> questions, Function<Q, A> asking) {
        List<A> answers = new ArrayList<>();
        double before = ProcessCpu.seconds(process);
        for (Q question : questions) {
            times.time(() -> answers.add(asking.apply(question)));
        }
        cpuSeconds += ProcessCpu.seconds(process) - before;
        return answers;
    }

    int size() {
        return times.size();
    }

    double cpuMillis() {
        return cpuSeconds * 1e3 / times.size();
    }

    void tell(String name) {
        System.out.printf(
                Locale.ROOT,
                "%s, %,d questions: %s; %.2f ms CPU a question%n",
                name,
                times.size(),
                times,
                cpuMillis());
    }

    void tellBeside(Side other, String name) {
        System.out.printf(
                Locale.ROOT,
                "%s takes %.1f times our p50, %.1f times our p99 and %.1f times our CPU%n",
                name,
                times.percentile(50) / other.times.percentile(50),
                times.percentile(99) / other.times.percentile(99),
                cpuMillis() / other.cpuMillis());
    }
}
