/** 17TRACK, which asks carriers of all the world and finds out by itself which one it is. */
@NullMarked
package com.truecart.carrier.seventeentrack;

import org.jspecify.annotations.NullMarked;
