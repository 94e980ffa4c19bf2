package com.truecart.app;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an operator sets for the whole application.
 *
 * @param dataFolder where the embedded database, the index, downloads and keys live
 */
@ConfigurationProperties("truecart")
public record TruecartSettings(Path dataFolder) {}
