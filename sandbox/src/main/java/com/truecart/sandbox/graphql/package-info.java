/**
 * GraphQL over HTTP, for the shops that speak it: a schema, what answers it, and how it refuses.
 */
@NullMarked
package com.truecart.sandbox.graphql;

import org.jspecify.annotations.NullMarked;
