/**
 * Reading a shop's pages politely: under our own name, by its robots.txt, no faster than it asks.
 */
@NullMarked
package com.truecart.kit.web;

import org.jspecify.annotations.NullMarked;
