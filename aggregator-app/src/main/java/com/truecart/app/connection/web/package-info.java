/** What upstreams reach us by. */
@NullMarked
package com.truecart.app.connection.web;

import org.jspecify.annotations.NullMarked;
