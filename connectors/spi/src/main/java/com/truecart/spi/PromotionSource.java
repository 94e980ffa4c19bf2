package com.truecart.spi;

import com.truecart.model.Promotion;

/**
 * The store-wide promotions an upstream states, page by page, by the rules of {@link
 * CatalogSource}.
 */
public interface PromotionSource {

    Page<Promotion> page(Pull pull);
}
