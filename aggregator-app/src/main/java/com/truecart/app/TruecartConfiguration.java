package com.truecart.app;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** What all features share: the clock, and the thread pool of what is done again and again. */
@Configuration(proxyBeanMethods = false)
public class TruecartConfiguration {
    /** More than there are clockworks. */
    private static final int CLOCKWORKS = 32;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    /**
     * With virtual threads the default runs all fixed delays on one thread: whoever waits there for
     * a mail server or a carrier would hold up payments.
     */
    @Bean
    ThreadPoolTaskScheduler taskScheduler() {
        ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();
        scheduler.setPoolSize(CLOCKWORKS);
        scheduler.setThreadFactory(Thread.ofVirtual().name("clockwork-", 0).factory());
        return scheduler;
    }
}
