package com.truecart.app.handoff;

/** Keeps the visits that tracked links were made for. */
public interface Clicks {

    /** Keeps one, before its link is shown. */
    void issued(Click click);
}
