/** Live quotes, consent and the placing of a sub-order at every store. */
@ApplicationModule(
        allowedDependencies = {
            "basket",
            "catalog",
            "connection",
            "order",
            "payment",
            "vault",
            "web"
        })
@NullMarked
package com.truecart.app.checkout;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
