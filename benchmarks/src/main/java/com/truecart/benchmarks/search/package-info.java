/** Searching among a million offers: Lucene, Elasticsearch and PostgreSQL, asked the same. */
@NullMarked
package com.truecart.benchmarks.search;

import org.jspecify.annotations.NullMarked;
