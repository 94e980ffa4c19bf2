/**
 * The pages with a made-up record behind them: no database, no stores, every page in both
 * languages.
 */
@NullMarked
package com.truecart.pages;

import org.jspecify.annotations.NullMarked;
