package com.truecart.app.web;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code /v3/api-docs} says of the interface as a whole. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    @Bean
    OpenAPI openApi() {
        // who asks is told by a cookie, not by a parameter a program would fill in
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(ShopperId.class);
        return new OpenAPI()
                .info(
                        new Info()
                                .title("Truecart")
                                .version("v1")
                                .description(
                                        "Amounts are in minor units. Errors are problem details"
                                                + " (RFC 9457). Baskets, checkouts and orders"
                                                + " belong to the cookie that the first answer"
                                                + " sets.")
                                .license(new License().name("Apache-2.0")));
    }
}
