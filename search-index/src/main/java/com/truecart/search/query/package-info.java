/** What a question asks for, said once: each engine translates it into its own language. */
@NullMarked
package com.truecart.search.query;

import org.jspecify.annotations.NullMarked;
