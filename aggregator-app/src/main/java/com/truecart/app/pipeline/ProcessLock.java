package com.truecart.app.pipeline;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/**
 * Tells living processes from dead ones, whatever machine they run on: each holds a lock in the
 * database for as long as its session lives, and a session ends with its process, however that
 * ends.
 */
@Component
class ProcessLock implements AutoCloseable {
    /** The first of the two keys of these advisory locks; the second is the process. */
    private static final int LOCKS = 7_421_905;

    private final int number = ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
    private final Connection session;

    ProcessLock(DataSource database) throws SQLException {
        session = database.getConnection();
        ask("select pg_advisory_lock_shared(?, ?), true", number);
    }

    /** The number of this process. */
    int number() {
        return number;
    }

    /** Whether the process of this number is gone. */
    synchronized boolean isDead(int other) throws SQLException {
        if (other == number || !ask("select pg_try_advisory_lock(?, ?)", other)) {
            return false;
        }
        ask("select pg_advisory_unlock(?, ?)", other);
        return true;
    }

    private boolean ask(String sql, int process) throws SQLException {
        try (PreparedStatement statement = session.prepareStatement(sql)) {
            statement.setInt(1, LOCKS);
            statement.setInt(2, process);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getBoolean(row.getMetaData().getColumnCount());
            }
        }
    }

    @Override
    public void close() throws SQLException {
        session.close();
    }
}
