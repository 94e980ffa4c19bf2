@NullMarked
package com.truecart.connector.alibaba1688;

import org.jspecify.annotations.NullMarked;
