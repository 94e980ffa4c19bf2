package com.truecart.chaos;

/**
 * What a run does.
 *
 * @param orders how many checkouts, each over two to five shops
 * @param kills of the application, kill -9
 * @param databaseKills of PostgreSQL, kill -9
 * @param freezes of one of several instances, 30 s each
 * @param instances of the application on one database
 * @param shoppersAtOnce who order beside each other
 * @param plant the bug to plant; empty for none
 */
record ChaosPlan(
        long seed,
        int orders,
        int kills,
        int databaseKills,
        int freezes,
        int instances,
        int shoppersAtOnce,
        String plant) {}
