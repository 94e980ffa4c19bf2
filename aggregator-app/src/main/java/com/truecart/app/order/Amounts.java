package com.truecart.app.order;

import com.truecart.model.Money;

/**
 * What a total is made of; refused where the parts do not make it.
 *
 * @param goods the lines before discounts on the whole
 * @param discounts what is taken off, positive
 * @param delivery zero where nothing is known of it
 * @param tax what comes on top
 */
public record Amounts(Money goods, Money discounts, Money delivery, Money tax, Money total) {
    public Amounts {
        Money sum = goods.minus(discounts).plus(delivery).plus(tax);
        if (!sum.equals(total)) {
            throw new IllegalArgumentException("parts make " + sum + ", the total is " + total);
        }
    }
}
