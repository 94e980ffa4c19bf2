package com.truecart.app.web;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Failures a caller can do something about; each says what is wrong and what to do. Throw what
 * these return.
 */
public final class Problem {

    private Problem() {}

    /** Nothing is there, or nothing this shopper may see. */
    public static ErrorResponseException notFound(String detail) {
        return of(HttpStatus.NOT_FOUND, detail);
    }

    /** What was sent cannot be used: the field, and what it must be instead. */
    public static ErrorResponseException badRequest(String field, String remedy) {
        return of(HttpStatus.BAD_REQUEST, field + ": " + remedy);
    }

    /** What was sent does not fit what has happened meanwhile. */
    public static ErrorResponseException conflict(String detail) {
        return of(HttpStatus.CONFLICT, detail);
    }

    /** Any other status. */
    public static ErrorResponseException of(HttpStatus status, String detail) {
        return new ErrorResponseException(
                status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }
}
