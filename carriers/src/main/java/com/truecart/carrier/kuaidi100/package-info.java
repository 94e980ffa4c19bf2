/** Kuaidi100 (快递100), which asks the carriers of China. */
@NullMarked
package com.truecart.carrier.kuaidi100;

import org.jspecify.annotations.NullMarked;
