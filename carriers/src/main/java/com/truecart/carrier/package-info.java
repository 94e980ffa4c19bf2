/** Following parcels through services that ask the carriers: what every such service must do. */
@NullMarked
package com.truecart.carrier;

import org.jspecify.annotations.NullMarked;
