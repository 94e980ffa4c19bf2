/** The table of kinds and behaviours, made from the reports of the contract tests. */
@NullMarked
package com.truecart.testkit.table;

import org.jspecify.annotations.NullMarked;
