/**
 * What a connector's author tests with: a context over loopback HTTP, faults at the seam, and the
 * contract every connector keeps.
 */
@NullMarked
package com.truecart.testkit;

import org.jspecify.annotations.NullMarked;
