/**
 * The contract between Truecart and a connector: values in, values out; the host owns sockets,
 * files, threads, clock and retries.
 */
@NullMarked
package com.truecart.spi;

import org.jspecify.annotations.NullMarked;
