/**
 * Any shop whose pages carry schema.org or Open Graph markup: read only, through its sitemap, as
 * far as its robots.txt lets us.
 */
@NullMarked
package com.truecart.connector.jsonld;

import org.jspecify.annotations.NullMarked;
