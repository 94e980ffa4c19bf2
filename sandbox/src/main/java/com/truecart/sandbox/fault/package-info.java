/** Misbehaviour on demand. */
@NullMarked
package com.truecart.sandbox.fault;

import org.jspecify.annotations.NullMarked;
