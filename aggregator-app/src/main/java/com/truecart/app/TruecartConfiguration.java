package com.truecart.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What all features share: the clock. */
@Configuration(proxyBeanMethods = false)
public class TruecartConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
