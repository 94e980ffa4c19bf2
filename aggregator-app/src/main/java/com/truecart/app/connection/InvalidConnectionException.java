package com.truecart.app.connection;

import java.util.List;
import java.util.stream.Collectors;

/** A connection cannot be saved as given; every problem names its setting and the remedy. */
public final class InvalidConnectionException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<Problem> problems;

    /** One thing to mend. */
    public record Problem(String setting, String reason) {}

    InvalidConnectionException(List<Problem> problems) {
        super(
                problems.stream()
                        .map(problem -> problem.setting() + " " + problem.reason())
                        .collect(Collectors.joining("; ")));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
