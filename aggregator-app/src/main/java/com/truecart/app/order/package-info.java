/** Orders, their sub-orders, doubt, tracking and the ledger. */
@ApplicationModule(
        allowedDependencies = {
            "basket",
            "catalog",
            "connection",
            "handoff",
            "payment",
            "vault",
            "web"
        })
@NullMarked
package com.truecart.app.order;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
