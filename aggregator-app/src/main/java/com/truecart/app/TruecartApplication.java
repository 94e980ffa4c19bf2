package com.truecart.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts Truecart. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class TruecartApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(TruecartApplication.class, arguments);
    }
}
