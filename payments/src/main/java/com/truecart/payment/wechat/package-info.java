/** WeChat Pay, version 3: a code to scan. */
@NullMarked
package com.truecart.payment.wechat;

import org.jspecify.annotations.NullMarked;
