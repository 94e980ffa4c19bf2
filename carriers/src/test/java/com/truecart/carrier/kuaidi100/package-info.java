@NullMarked
package com.truecart.carrier.kuaidi100;

import org.jspecify.annotations.NullMarked;
