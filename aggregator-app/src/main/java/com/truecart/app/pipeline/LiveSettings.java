package com.truecart.app.pipeline;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an operator sets for prices that are asked anew when somebody looks at them.
 *
 * @param mostAsked how many offers of one page; 0: none
 * @param deadline how long a page waits for all of the answers together
 */
@ConfigurationProperties("truecart.live")
record LiveSettings(@DefaultValue("4") int mostAsked, @DefaultValue("300ms") Duration deadline) {}
