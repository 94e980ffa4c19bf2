/** Real answers, kept without secrets and personal facts, and given again without a network. */
@NullMarked
package com.truecart.testkit.record;

import org.jspecify.annotations.NullMarked;
