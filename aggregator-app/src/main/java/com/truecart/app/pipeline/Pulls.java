package com.truecart.app.pipeline;

import com.truecart.app.connection.Connection;
import com.truecart.app.connection.ConnectionDesk;
import com.truecart.app.connection.Connections;
import com.truecart.spi.ConnectorDescriptor.Capability;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/**
 * Pulls on request, a few at once, each connection at most once; and takes up what a killed process
 * left.
 */
@Service
public class Pulls implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Pulls.class);

    private final Connections connections;
    private final ConnectionDesk desk;
    private final PullRuns runs;
    private final ProcessLock processes;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Job job;
    private final MeterRegistry meters;
    private final ExecutorService workers;
    private volatile boolean closing;

    Pulls(
            Connections connections,
            ConnectionDesk desk,
            PullRuns runs,
            ProcessLock processes,
            JobOperator operator,
            JobRepository repository,
            @Qualifier("pull") Job job,
            MeterRegistry meters,
            PipelineSettings settings) {
        this.connections = connections;
        this.desk = desk;
        this.runs = runs;
        this.processes = processes;
        this.operator = operator;
        this.repository = repository;
        this.job = job;
        this.meters = meters;
        this.workers =
                Executors.newFixedThreadPool(
                        settings.concurrentPulls(),
                        Thread.ofPlatform().daemon().name("pull-", 1).factory());
    }

    /**
     * Begins a pull; where one of this connection is under way, that is the answer.
     *
     * @throws IllegalArgumentException where there is no such connection
     */
    public PullRun request(String connectionId, PullRun.Trigger trigger) {
        Connection connection =
                connections
                        .find(connectionId)
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "there is no connection '" + connectionId + "'"));
        Optional<PullRun> begun =
                runs.begin(connectionId, trigger, processes.number(), asksEverything(connection));
        if (begun.isEmpty()) {
            return runs.running(connectionId)
                    .orElseGet(() -> runs.newest(Optional.of(connectionId), 1).getFirst());
        }
        submit(begun.get());
        return begun.get();
    }

    private boolean asksEverything(Connection connection) {
        return !connections.can(connection, Capability.CHANGES_SINCE)
                || runs.watermark(connection.id(), Puller.LONGEST_WITHOUT_EVERYTHING).isEmpty();
    }

    /** Takes up the runs of processes that are gone; gives them. */
    List<PullRun> recover() {
        return runs.runningOwned().stream()
                .filter(owned -> isDead(owned.owner()))
                .map(PullRuns.Owned::run)
                .peek(run -> {
                    LOG.info(
                            "{}: going on with the pull an earlier process left after {} pages",
                            run.connectionId(),
                            run.pages());
                    runs.adopt(run.id(), processes.number());
                    submit(run);
                })
                .toList();
    }

    private boolean isDead(int owner) {
        try {
            return processes.isDead(owner);
        } catch (SQLException e) {
            throw new IllegalStateException("could not ask which processes live", e);
        }
    }

    private void submit(PullRun run) {
        workers.execute(() -> pull(run));
    }

    private void pull(PullRun run) {
        Timer.Sample sample = Timer.start(meters);
        try {
            JobExecution execution = execute(run);
            if (execution.getStatus() != BatchStatus.COMPLETED && !closing) {
                Throwable cause =
                        execution.getAllFailureExceptions().stream()
                                .findFirst()
                                .orElseGet(() -> new IllegalStateException(execution.toString()));
                LOG.error("{}: the pull broke", run.connectionId(), cause);
                runs.fail(run.id(), "the pull broke: " + cause, broken());
            }
        } catch (JobExecutionException | RuntimeException e) {
            LOG.error("{}: the pull broke", run.connectionId(), e);
            if (!closing) {
                runs.fail(run.id(), "the pull broke: " + e, broken());
            }
        }
        // a run that is cut short by our own end stays open: the next start goes on with it
        if (!closing) {
            end(run);
            sample.stop(meters.timer("truecart.pull", "connection", run.connectionId()));
        }
    }

    private static String broken() {
        return "This is a fault of Truecart: report it with the log of this moment.";
    }

    private void end(PullRun run) {
        PullRun ended = runs.end(run.id());
        if (ended.failure().isEmpty()) {
            desk.remember(
                    run.connectionId(),
                    true,
                    ended.listings() + " listings pulled",
                    Optional.empty());
            LOG.info(
                    "{}: done, {} listings, {} offers, {} changed, {} observations, {} skipped in {} ms",
                    ended.connectionId(),
                    ended.listings(),
                    ended.offers(),
                    ended.changed(),
                    ended.observations(),
                    ended.skipped(),
                    ended.took().toMillis());
        } else {
            desk.remember(run.connectionId(), false, ended.failure().get(), ended.remedy());
        }
    }

    private JobExecution execute(PullRun run) throws JobExecutionException {
        JobParameters parameters =
                new JobParametersBuilder()
                        .addLong(PullJob.RUN, run.id())
                        .addString(PullJob.CONNECTION, run.connectionId())
                        .toJobParameters();
        JobExecution left = repository.getLastJobExecution(PullJob.NAME, parameters);
        if (left == null) {
            return operator.start(job, parameters);
        }
        if (left.isRunning()) {
            // it says so because nobody was there to say otherwise
            left = operator.recover(left);
        }
        return left.getStatus() == BatchStatus.COMPLETED ? left : operator.restart(left);
    }

    @Override
    public void start() {}

    @Override
    public void stop() {
        closing = true;
        workers.shutdownNow();
        try {
            if (!workers.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("A pull does not stop; the next start goes on with it");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return !closing;
    }
}
