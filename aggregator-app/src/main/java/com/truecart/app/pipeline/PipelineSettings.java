package com.truecart.app.pipeline;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for pulls.
 *
 * @param scheduled whether connections are pulled by themselves when they are due
 * @param concurrentPulls how many are pulled at once
 */
@ConfigurationProperties("truecart.pipeline")
public record PipelineSettings(
        @DefaultValue("true") boolean scheduled, @DefaultValue("3") int concurrentPulls) {}
