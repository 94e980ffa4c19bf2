/** The search index on an Elasticsearch cluster, 8.19 or 9. */
@NullMarked
package com.truecart.search.elastic;

import org.jspecify.annotations.NullMarked;
