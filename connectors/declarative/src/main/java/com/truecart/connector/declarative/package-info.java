/**
 * Read-only connectors without code: a YAML definition says what to ask for, how it goes on, where
 * each field stands and which of a few pure filters make it ours.
 */
@NullMarked
package com.truecart.connector.declarative;

import org.jspecify.annotations.NullMarked;
