package com.truecart.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {
    @TempDir Path folder;

    @Test
    void whatIsCommittedIsOnDiskAndSurvivesARestart() throws Exception {
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "show fsync")).isEqualTo("on");
            assertThat(ask(database, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(database, "show full_page_writes")).isEqualTo("on");
            run(database, "create table kept (word text)");
            run(database, "insert into kept values ('still here')");
        }
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ask(database, "select word from kept")).isEqualTo("still here");
        }
    }

    @Test
    void aSecondApplicationOnTheSameFolderIsTurnedAwayAndTheFirstLivesOn() throws Exception {
        try (EmbeddedDatabase first = EmbeddedDatabase.start(folder)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
                    .hasMessageContaining("another Truecart is running")
                    .hasMessageContaining("TRUECART_DATA");
            assertThat(ask(first, "select 'alive'")).isEqualTo("alive");
        }
    }

    @Test
    void aServerLeftBehindByAKilledRunIsStoppedAndItsFolderTakenOver() throws Exception {
        Process application =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                StartsADatabaseAndWaits.class.getName(),
                                folder.toString())
                        .redirectErrorStream(true)
                        .start();
        try (BufferedReader output = application.inputReader()) {
            assertThat(output.lines().anyMatch(line -> line.equals("READY"))).isTrue();
        }
        long server =
                Long.parseLong(Files.readAllLines(folder.resolve("postmaster.pid")).getFirst());
        application.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(server)).isPresent();

        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
            assertThat(ProcessHandle.of(server).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(ask(database, "select word from kept")).isEqualTo("before the kill");
        }
    }

    /** An application that will be killed: it starts a database, commits a row and waits. */
    static final class StartsADatabaseAndWaits {
        private StartsADatabaseAndWaits() {}

        public static void main(String[] arguments)
                throws IOException, SQLException, InterruptedException {
            EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
            run(database, "create table kept as select 'before the kill' as word");
            System.out.println("READY");
            new CountDownLatch(1).await();
        }
    }

    private static void run(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static Connection connect(EmbeddedDatabase database) throws SQLException {
        return DriverManager.getConnection(database.url(), "postgres", "");
    }
}
