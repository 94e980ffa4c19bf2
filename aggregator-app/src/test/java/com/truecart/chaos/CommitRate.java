package com.truecart.chaos;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * How many commits a second a PostgreSQL reaches that does nothing else: pgbench's simple update,
 * by pgbench where it is installed, else the same statements over JDBC.
 */
final class CommitRate {
    private static final Pattern RATE = Pattern.compile("tps = ([0-9.]+)");
    private static final int ACCOUNTS = 100_000;
    private static final int CLEARED = 10;
    private static final String DATABASE = "commit_rate";

    private final int port;
    private final Optional<Path> pgbench = pgbench();

    CommitRate(int port, JdbcClient cluster) {
        this.port = port;
        cluster.sql("create database " + DATABASE).update();
        JdbcClient own = JdbcClient.create(new DriverManagerDataSource(url()));
        for (String statement :
                List.of(
                        "create table pgbench_branches (bid int primary key, bbalance int, filler char(88))",
                        "create table pgbench_tellers (tid int primary key, bid int, tbalance int, filler char(84))",
                        "create table pgbench_accounts (aid int primary key, bid int, abalance int, filler char(84)) with (fillfactor = 100)",
                        "create table pgbench_history (tid int, bid int, aid int, delta int, mtime timestamp, filler char(22))",
                        "insert into pgbench_branches values (1, 0, '')",
                        "insert into pgbench_tellers select n, 1, 0, '' from generate_series(1, 10) n",
                        "insert into pgbench_accounts select n, 1, 0, '' from generate_series(1, "
                                + ACCOUNTS
                                + ") n")) {
            own.sql(statement).update();
        }
    }

    /** What measures it. */
    String by() {
        return pgbench.map(path -> "pgbench's simple update (" + path + ")")
                .orElse(
                        "the statements of pgbench's simple update over JDBC, as there is no pgbench");
    }

    /** With so many clients at once, over so long. */
    double measure(int clients, Duration time) throws IOException, InterruptedException {
        return pgbench.isPresent()
                ? byPgbench(pgbench.get(), clients, time)
                : overJdbc(clients, time);
    }

    private double byPgbench(Path program, int clients, Duration time)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(
                                program.toString(),
                                "--no-vacuum",
                                "--skip-some-updates",
                                "--client=" + clients,
                                "--jobs=2",
                                "--time=" + time.toSeconds(),
                                "--host=127.0.0.1",
                                "--port=" + port,
                                "--username=postgres",
                                DATABASE)
                        .redirectErrorStream(true)
                        .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        Matcher rate = RATE.matcher(said);
        if (!rate.find()) {
            throw new IllegalStateException("pgbench says no rate: " + said);
        }
        return Double.parseDouble(rate.group(1));
    }

    private double overJdbc(int clients, Duration time) throws InterruptedException {
        long end = System.nanoTime() + time.toNanos();
        List<Future<Integer>> counts = new ArrayList<>();
        try (ExecutorService each = Executors.newFixedThreadPool(clients)) {
            for (int i = 0; i < clients; i++) {
                Random random = new Random(i);
                counts.add(each.submit(() -> commits(random, end)));
            }
        }
        return counts.stream().mapToInt(Future::resultNow).sum() * 1e9 / time.toNanos();
    }

    private int commits(Random random, long end) throws SQLException {
        int commits = 0;
        try (Connection connection = DriverManager.getConnection(url())) {
            connection.setAutoCommit(false);
            try (PreparedStatement update =
                            connection.prepareStatement(
                                    "update pgbench_accounts set abalance = abalance + ? where aid = ?");
                    PreparedStatement look =
                            connection.prepareStatement(
                                    "select abalance from pgbench_accounts where aid = ?");
                    PreparedStatement note =
                            connection.prepareStatement(
                                    "insert into pgbench_history values (1, 1, ?, ?, now(), '')")) {
                for (; System.nanoTime() < end; commits++) {
                    int account = 1 + random.nextInt(ACCOUNTS);
                    update.setInt(1, random.nextInt(CLEARED));
                    update.setInt(2, account);
                    update.executeUpdate();
                    look.setInt(1, account);
                    look.executeQuery().close();
                    note.setInt(1, account);
                    note.setInt(2, 1);
                    note.executeUpdate();
                    connection.commit();
                }
            }
        }
        return commits;
    }

    private String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE + "?user=postgres";
    }

    private static Optional<Path> pgbench() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbench"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
