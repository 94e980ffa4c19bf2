package com.truecart.app.basket.web;

import com.truecart.app.basket.BasketContents;
import com.truecart.app.basket.Baskets;
import com.truecart.app.basket.web.ListBodies.BasketBody;
import com.truecart.app.basket.web.ListBodies.WantBody;
import com.truecart.app.catalog.ProductId;
import com.truecart.app.web.ShopperId;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The basket for programs. */
@RestController
class BasketApi {
    private final Baskets baskets;
    private final ListReader lists;

    BasketApi(Baskets baskets, ListReader lists) {
        this.baskets = baskets;
        this.lists = lists;
    }

    @GetMapping("/api/v1/basket")
    BasketBody basket(ShopperId shopper) {
        return BasketBody.of(baskets.of(shopper.value()));
    }

    @PutMapping("/api/v1/basket")
    BasketBody replace(ShopperId shopper, @RequestBody BasketBody body) {
        baskets.replace(shopper.value(), lists.contents(body.wants(), body.codes()));
        return basket(shopper);
    }

    @PostMapping("/api/v1/basket/wants")
    @ResponseStatus(HttpStatus.CREATED)
    BasketBody add(ShopperId shopper, @RequestBody WantBody want) {
        BasketContents.Wanted wanted = lists.contents(List.of(want), List.of()).wants().getFirst();
        baskets.add(shopper.value(), wanted.product(), wanted.quantity());
        if (wanted.worth().isPresent() || wanted.or().isPresent()) {
            baskets.wish(shopper.value(), wanted);
        }
        return basket(shopper);
    }

    @DeleteMapping("/api/v1/basket/wants/{productId}")
    BasketBody remove(ShopperId shopper, @PathVariable UUID productId) {
        baskets.remove(shopper.value(), List.of(new ProductId(productId)));
        return basket(shopper);
    }
}
