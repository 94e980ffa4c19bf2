package com.truecart.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What every feature shares. */
@Configuration
class TruecartConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
