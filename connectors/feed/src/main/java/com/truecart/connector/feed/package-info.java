/**
 * Shops that publish Google product and promotions feeds: read only, but with rules of promotions
 * that no other source states.
 */
@NullMarked
package com.truecart.connector.feed;

import org.jspecify.annotations.NullMarked;
