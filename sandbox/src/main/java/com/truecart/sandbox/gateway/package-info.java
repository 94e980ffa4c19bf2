/**
 * Stand-ins for the gateways of Chinese platforms: they check signatures and times, answer 200 to a
 * failure, and give ids that change from call to call.
 */
@NullMarked
package com.truecart.sandbox.gateway;

import org.jspecify.annotations.NullMarked;
