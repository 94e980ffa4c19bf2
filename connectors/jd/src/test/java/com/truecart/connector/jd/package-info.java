@NullMarked
package com.truecart.connector.jd;

import org.jspecify.annotations.NullMarked;
