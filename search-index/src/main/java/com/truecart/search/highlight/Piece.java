package com.truecart.search.highlight;

/**
 * A part of a text.
 *
 * @param isFound whether words of the question stand for it
 */
public record Piece(String text, boolean isFound) {}
