package com.truecart.pages;

import com.truecart.app.catalog.Catalog;
import com.truecart.app.catalog.FreshPrices;
import com.truecart.app.compare.Figures;
import com.truecart.app.connection.Connections;
import com.truecart.search.OfferSearch;
import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.stereotype.Repository;

/** Web and compare as they are, everything behind them made up. */
@SpringBootConfiguration
@EnableAutoConfiguration(
        excludeName = {
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration",
            "org.springframework.boot.batch.autoconfigure.BatchAutoConfiguration",
            "org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration",
            "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration"
        })
@ComponentScan(
        basePackages = {"com.truecart.app.web", "com.truecart.app.compare"},
        excludeFilters =
                @ComponentScan.Filter(type = FilterType.ANNOTATION, classes = Repository.class))
public class PagesApplication {

    @Bean
    Clock clock() {
        return Clock.fixed(Shelf.NOW, ZoneOffset.UTC);
    }

    @Bean
    Catalog catalog() {
        return new ShelfCatalog();
    }

    @Bean
    OfferSearch search() {
        return new ShelfSearch();
    }

    @Bean
    FreshPrices fresh() {
        return new ShelfFreshPrices();
    }

    @Bean
    Connections connections() {
        return new ShelfConnections();
    }

    @Bean
    ShelfClicks clicks() {
        return new ShelfClicks();
    }

    @Bean
    Figures.Source figures() {
        return () -> new Figures(5, 2619, 18_204);
    }
}
