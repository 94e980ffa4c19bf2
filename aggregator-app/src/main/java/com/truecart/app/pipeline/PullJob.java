package com.truecart.app.pipeline;

import com.truecart.app.catalog.CatalogRecorder;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job, top to bottom. Its steps open their own transactions, so that none is open while an
 * upstream is asked; each may be run again from where it stopped, because the place is on record
 * together with what was made of it.
 */
@Configuration(proxyBeanMethods = false)
class PullJob {
    static final String NAME = "pull";
    static final String RUN = "run";
    static final String CONNECTION = "connection";

    @Bean
    Job pull(
            JobRepository repository,
            PullRuns runs,
            Puller puller,
            CatalogRecorder recorder,
            IndexKeeper index,
            TransactionTemplate transaction,
            Clock clock) {
        return new JobBuilder(NAME, repository)
                .start(step("promotions", repository, runs, puller::pullPromotions))
                .next(step("listings", repository, runs, puller::pullListings))
                .next(
                        step(
                                "match",
                                repository,
                                runs,
                                run ->
                                        transaction.executeWithoutResult(
                                                _ -> match(run, runs, recorder, clock))))
                .next(step("index", repository, runs, _ -> index.keepUp()))
                .build();
    }

    private static void match(PullRun run, PullRuns runs, CatalogRecorder recorder, Clock clock) {
        Instant now = clock.instant();
        recorder.match(run.connectionId(), now);
        runs.lastSuccess(run)
                .ifPresent(last -> recorder.expectPriceTurns(run.connectionId(), last, now));
    }

    private static Step step(
            String name, JobRepository repository, PullRuns runs, Consumer<PullRun> work) {
        return new StepBuilder(name, repository)
                .tasklet((_, chunk) -> {
                    long id =
                            Objects.requireNonNull(
                                    (Long) chunk.getStepContext().getJobParameters().get(RUN));
                    runs.phase(id, name);
                    work.accept(runs.find(id).orElseThrow());
                    return RepeatStatus.FINISHED;
                })
                .build();
    }
}
