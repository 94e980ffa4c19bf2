/**
 * The words every connector and every engine shares: money, listings, offers and promotions as an
 * upstream states them.
 */
@NullMarked
package com.truecart.model;

import org.jspecify.annotations.NullMarked;
