package com.truecart.pricing;

import com.truecart.model.Contents;
import com.truecart.model.Money;

/**
 * What so much of a thing costs, to compare packs of different sizes (Directive 98/6/EC).
 *
 * @param price of the goods, for display: rounded half up to the minor unit
 * @param unit what is counted; the price is for {@link Contents.Unit#reference} of it: a kilogram,
 *     a litre, a piece
 */
public record PerMeasure(Money price, Contents.Unit unit) {}
