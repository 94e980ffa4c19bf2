@NullMarked
package com.truecart.carrier;

import org.jspecify.annotations.NullMarked;
