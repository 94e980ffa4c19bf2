package com.truecart.realshops.vendure;

import java.util.List;

/**
 * Somebody with an account.
 *
 * @param id the shop's number for them
 * @param emailAddress what they log in with
 * @param groupIds the groups they are in
 */
public record Customer(long id, String emailAddress, List<Long> groupIds) {

    /** Copies the list. */
    public Customer {
        groupIds = List.copyOf(groupIds);
    }
}
