package com.truecart.model;

/** The state an article is sold in, in the words of schema.org. */
public enum ItemCondition {
    NEW,
    REFURBISHED,
    USED,
    UNSTATED
}
