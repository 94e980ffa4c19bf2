package com.truecart.search.lucene;

import com.truecart.search.OfferIndexContract;

class LuceneOffersTest extends OfferIndexContract {

    @Override
    protected Engine empty() {
        LuceneOffers offers = LuceneOffers.inMemory();
        return new Engine(offers, offers);
    }
}
