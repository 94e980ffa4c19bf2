package com.truecart.app.connection;

import java.time.Instant;

/**
 * One call as it went over the wire, without secrets and without what its fields say is personal.
 * Headers are left out: they hold what lets us in, and little else.
 *
 * @param at when it ended
 * @param request the method and the address
 * @param sent the request's body, or its beginning
 * @param status of the answer; 0 where none came
 * @param received the answer's body, or its beginning
 * @param failure why there was no whole answer; blank where there was
 */
public record Exchanged(
        Instant at, String request, String sent, int status, String received, String failure) {}
