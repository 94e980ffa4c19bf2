package com.truecart.app.web;

import java.net.URI;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Everything is open (there are no accounts, and by default only this machine reaches it), but
 * nothing is open to other sites.
 */
@Configuration
class SecurityConfiguration {

    /** No script and no style but our own files; pictures may come from the stores. */
    static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; img-src 'self' https: data:; object-src 'none';"
                    + " base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /** What upstreams send us carries their signature instead of a form token. */
    private static final RequestMatcher HOOKS =
            new OrRequestMatcher(
                    PathPatternRequestMatcher.pathPattern("/hooks/*"),
                    PathPatternRequestMatcher.pathPattern("/hooks/payments/*"),
                    PathPatternRequestMatcher.pathPattern("/hooks/carriers/*"));

    @Bean
    SecurityFilterChain security(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(new CookieCsrfTokenRepository())
                                .ignoringRequestMatchers(CrossSiteRefusal.INTERFACE, HOOKS))
                .addFilterBefore(new CrossSiteRefusal(), CsrfFilter.class)
                .headers(headers ->
                        headers.contentSecurityPolicy(
                                        policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                                .referrerPolicy(
                                        policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN)))
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** The name of the public address needs no listing, and leads to the hooks alone. */
    @Bean
    HttpFirewall firewall(
            @Value("${truecart.host-names:localhost,127.0.0.1,[::1],::1}") Set<String> names,
            @Value("${truecart.public-address:}") String publicAddress) {
        Optional<String> publicName =
                Optional.of(publicAddress.strip())
                        .filter(text -> !text.isEmpty())
                        .map(text -> URI.create(text).getHost());
        return new PublicNameFirewall(names, publicName);
    }
}
