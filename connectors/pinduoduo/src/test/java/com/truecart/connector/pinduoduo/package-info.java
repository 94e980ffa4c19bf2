@NullMarked
package com.truecart.connector.pinduoduo;

import org.jspecify.annotations.NullMarked;
