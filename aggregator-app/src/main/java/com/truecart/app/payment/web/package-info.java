/** What payment providers reach us by. */
@NullMarked
package com.truecart.app.payment.web;

import org.jspecify.annotations.NullMarked;
