package com.truecart.app.database;

import com.truecart.app.TruecartSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes the embedded PostgreSQL where {@code spring.datasource.url} is blank. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("'${spring.datasource.url:}'.isBlank()")
class EmbeddedDatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedDatabase embeddedDatabase(TruecartSettings settings) throws IOException {
        return EmbeddedDatabase.start(settings.dataFolder().resolve("postgres"));
    }

    @Bean
    DataSource dataSource(EmbeddedDatabase database) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(database.url());
        pool.setUsername("postgres");
        pool.setMaximumPoolSize(12);
        pool.setPoolName("record");
        return new HikariDataSource(pool);
    }
}
