/**
 * What the gateways of Taobao, JD, Pinduoduo and 1688 have in common: signatures, local times,
 * catalogues made of searches, coupons, and ids that change from call to call.
 */
@NullMarked
package com.truecart.kit.china;

import org.jspecify.annotations.NullMarked;
