/**
 * A worked shop from empty to certified, which the connector guide is cut from, and the faults
 * planted in it.
 */
@NullMarked
package com.truecart.testkit.corner;

import org.jspecify.annotations.NullMarked;
