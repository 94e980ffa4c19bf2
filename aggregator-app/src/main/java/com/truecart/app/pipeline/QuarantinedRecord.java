package com.truecart.app.pipeline;

import java.time.Instant;

/**
 * A record of an upstream that could not be used.
 *
 * @param field the field to blame
 * @param reason what is wrong with it, and what was expected
 * @param excerpt the beginning of the offending value
 */
public record QuarantinedRecord(
        long runId, String upstreamRef, String field, String reason, String excerpt, Instant at) {}
