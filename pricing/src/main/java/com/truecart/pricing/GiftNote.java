package com.truecart.pricing;

import com.truecart.model.Money;
import com.truecart.model.Promotion;
import java.util.Optional;

/**
 * Something the shopper gets on top; its value stands beside the price and is never taken off it.
 */
public record GiftNote(Promotion promotion, String description, Optional<Money> declaredValue) {}
