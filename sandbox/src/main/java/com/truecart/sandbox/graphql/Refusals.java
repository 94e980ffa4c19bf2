package com.truecart.sandbox.graphql;

import graphql.GraphqlErrorBuilder;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A refused field becomes an error with the platform's word; anything else broke in here. */
final class Refusals implements DataFetcherExceptionHandler {
    /** Under this name an error carries the platform's word. */
    static final String CODE = "code";

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        if (parameters.getException() instanceof Refusal refusal) {
            return CompletableFuture.completedFuture(
                    DataFetcherExceptionHandlerResult.newResult()
                            .error(
                                    GraphqlErrorBuilder.newError()
                                            .message("%s", refusal.getMessage())
                                            .path(parameters.getPath())
                                            .extensions(Map.of(CODE, refusal.code()))
                                            .build())
                            .build());
        }
        throw new IllegalStateException(
                "The sandbox failed at " + parameters.getPath(), parameters.getException());
    }
}
