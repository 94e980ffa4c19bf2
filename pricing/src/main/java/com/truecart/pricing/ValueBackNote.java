package com.truecart.pricing;

import com.truecart.model.Benefit;
import com.truecart.model.Money;
import com.truecart.model.Promotion;

/**
 * What comes back after the purchase: points, cash back, a later coupon. Beside the price, never
 * inside it.
 *
 * @param value what it is worth as stated, worked out on what is paid for the goods in scope
 */
public record ValueBackNote(Promotion promotion, Benefit.ValueBack.Form form, Money value) {}
