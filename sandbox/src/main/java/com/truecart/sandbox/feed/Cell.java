package com.truecart.sandbox.feed;

/** One attribute of a feed entry; repeated attributes are several cells. */
record Cell(String name, String value) {}
