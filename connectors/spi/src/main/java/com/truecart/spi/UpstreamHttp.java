package com.truecart.spi;

/**
 * The one seam to the network. The host behind it sets time limits, retries reads, guards
 * addresses, counts and records; redirects are not followed for writes.
 */
public interface UpstreamHttp {

    /**
     * Sends one call and gives whatever HTTP answer came, of any status except those below: the
     * connector, not HTTP, decides what is success.
     *
     * @throws UpstreamException.Unavailable surely not done: no connection, circuit open, or a 502,
     *     503, 504 to a read
     * @throws UpstreamException.Throttled surely not done: 429, or our own limit
     * @throws UpstreamException.Refused surely not done: 401, 403
     * @throws UpstreamException.Misconfigured the address may not be called
     * @throws UpstreamException.Unanswered in doubt: it was sent and no whole answer came, or a
     *     write was answered 5xx
     * @throws UpstreamException.Drifted the answer is larger than the budget allows
     */
    Reply send(Call call);
}
