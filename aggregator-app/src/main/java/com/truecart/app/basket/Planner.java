package com.truecart.app.basket;

import com.truecart.pricing.plan.BasketPlanner;
import com.truecart.solver.CpSatSearch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the planner a solver where this machine can run one. */
@Configuration(proxyBeanMethods = false)
class Planner {
    private static final Logger LOG = LoggerFactory.getLogger(Planner.class);

    @Bean
    BasketPlanner basketPlanner() {
        return CpSatSearch.load()
                .map(BasketPlanner::new)
                .orElseGet(() -> {
                    LOG.warn(
                            "The solver's native library cannot be loaded on this machine: usual lists are still proven, those with scoped or percentage promotions on orders get good plans without proof.");
                    return new BasketPlanner();
                });
    }
}
