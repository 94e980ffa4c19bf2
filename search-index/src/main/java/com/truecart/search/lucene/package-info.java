/** The search index inside the process: Lucene, in a folder or in memory. */
@NullMarked
package com.truecart.search.lucene;

import org.jspecify.annotations.NullMarked;
