/** Product and promotion feeds in the form Google Merchant Center reads. */
@NullMarked
package com.truecart.sandbox.feed;

import org.jspecify.annotations.NullMarked;
