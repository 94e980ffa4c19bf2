/** The provider against a stand-in that the provider's own library is asked about too. */
@NullMarked
package com.truecart.payment.wechat;

import org.jspecify.annotations.NullMarked;
