package com.truecart.realshops.vendure;

import java.math.BigDecimal;

/**
 * A row of the tax summary: the lines with one description and rate, added up.
 *
 * @param description the rate's name; for shipping "shipping tax"
 * @param rate percent
 * @param base cents before tax
 * @param tax cents
 */
public record QuotedTax(String description, BigDecimal rate, long base, long tax) {}
