@NullMarked
package com.truecart.connector.taobao;

import org.jspecify.annotations.NullMarked;
