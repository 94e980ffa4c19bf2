package com.truecart.sandbox.gateway;

import com.truecart.sandbox.world.World;
import java.util.List;
import java.util.Optional;

/** What is sold, and how it is found. */
public final class Assortment {
    private final List<Goods> goods;

    private Assortment(List<Goods> goods) {
        this.goods = List.copyOf(goods);
    }

    /** Everything in the sandbox's world. */
    public static Assortment ofTheWorld() {
        return new Assortment(World.load().products().stream().map(Goods::of).toList());
    }

    /** Whatever has the word in its title, brand or category, always in the same order. */
    public List<Goods> found(String word) {
        return goods.stream()
                .filter(one ->
                        one.title().contains(word)
                                || one.brand().contains(word)
                                || one.category().stream().anyMatch(step -> step.contains(word)))
                .toList();
    }

    /** By the number no caller sees. */
    public Optional<Goods> numbered(int number) {
        return goods.stream().filter(one -> one.number() == number).findFirst();
    }

    /** One page of a list, from 1. */
    static <T> List<T> page(List<T> all, int page, int perPage) {
        int from = Math.min(all.size(), (page - 1) * perPage);
        return all.subList(from, Math.min(all.size(), from + perPage));
    }
}
