@NullMarked
package com.truecart.carrier.seventeentrack;

import org.jspecify.annotations.NullMarked;
