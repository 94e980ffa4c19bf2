@NullMarked
package com.truecart.kit.china;

import org.jspecify.annotations.NullMarked;
