package com.truecart.app.web;

import com.truecart.search.SearchUnavailableException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns every failure into an answer: problem details under {@code /api}, a friendly page
 * elsewhere, never a stack trace.
 */
@ControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ErrorAnswers {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);

    @ExceptionHandler(AsyncRequestNotUsableException.class)
    void theReaderHasGone() {
        // nobody is left to answer
    }

    @ExceptionHandler(Exception.class)
    Object answer(Exception failure, HttpServletRequest request) {
        Answer answer = judge(failure);
        if (answer.status().is5xxServerError()) {
            LOG.error(
                    "{} {} failed: {}",
                    request.getMethod(),
                    request.getRequestURI(),
                    answer.detail(),
                    failure);
        }
        if (request.getRequestURI().startsWith("/api/")) {
            ProblemDetail problem =
                    ProblemDetail.forStatusAndDetail(answer.status(), answer.detail());
            return ResponseEntity.status(answer.status())
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(problem);
        }
        ModelAndView page = new ModelAndView("error", answer.status());
        page.addObject("status", answer.status().value());
        page.addObject("detail", answer.detail());
        return page;
    }

    private static Answer judge(Exception failure) {
        return switch (failure) {
            case HandlerMethodValidationException invalid ->
                    new Answer(
                            invalid.getStatusCode(),
                            invalid.getParameterValidationResults().stream()
                                    .flatMap(result ->
                                            result.getResolvableErrors().stream()
                                                    .map(error ->
                                                            result.getMethodParameter()
                                                                            .getParameterName()
                                                                    + ": "
                                                                    + error.getDefaultMessage()))
                                    .collect(Collectors.joining("; ")));
            case BindException invalid ->
                    new Answer(
                            HttpStatus.BAD_REQUEST,
                            invalid.getFieldErrors().stream()
                                    .map(error ->
                                            error.getField()
                                                    + ": "
                                                    + (error.isBindingFailure()
                                                            ? "cannot be read"
                                                            : error.getDefaultMessage()))
                                    .collect(Collectors.joining("; ")));
            case ErrorResponse known -> new Answer(known.getStatusCode(), detail(known));
            case MethodArgumentTypeMismatchException mismatch ->
                    new Answer(
                            HttpStatus.BAD_REQUEST,
                            mismatch.getName() + ": '" + mismatch.getValue() + "' cannot be read");
            case TypeMismatchException mismatch ->
                    new Answer(
                            HttpStatus.BAD_REQUEST, "'" + mismatch.getValue() + "' cannot be read");
            case InvalidParameterException _ ->
                    new Answer(
                            HttpStatus.BAD_REQUEST,
                            "address: a parameter in it cannot be read as UTF-8 text");
            case HttpMessageNotReadableException _ ->
                    new Answer(
                            HttpStatus.BAD_REQUEST,
                            "body: is not the JSON this address expects; /v3/api-docs describes"
                                    + " it");
            case SearchUnavailableException _ ->
                    new Answer(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "Search cannot be reached at the moment. Try again in a minute;"
                                    + " products, baskets and orders work meanwhile.");
            default -> {
                String reference = UUID.randomUUID().toString().substring(0, 8);
                yield new Answer(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "Something went wrong on our side. Try again; if it stays, the log has it"
                                + " under "
                                + reference
                                + ".");
            }
        };
    }

    private static String detail(ErrorResponse known) {
        @Nullable String stated = known.getBody().getDetail();
        return Optional.ofNullable(stated)
                .orElseGet(() -> "the request was refused: " + known.getStatusCode());
    }

    private record Answer(HttpStatusCode status, String detail) {}
}
