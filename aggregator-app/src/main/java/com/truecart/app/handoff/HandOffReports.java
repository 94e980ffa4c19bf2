package com.truecart.app.handoff;

import java.util.List;
import java.util.UUID;

/** What became of a shopper's visits to stores. */
public interface HandOffReports {

    /** The orders that stores report of them, the latest first. */
    List<HandOffReport> latest(UUID shopper, int atMost);
}
