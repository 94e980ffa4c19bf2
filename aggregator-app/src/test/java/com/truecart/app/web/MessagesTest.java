package com.truecart.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Whatever is said in one language is said in the other, and nothing a template says is missing.
 */
class MessagesTest {

    /**
     * A key written out: those put together while the page is made are checked by the pages' own
     * tests.
     */
    private static final Pattern KEY_IN_TEMPLATE = Pattern.compile("#\\{([\\w.]+)");

    static Stream<String> bundles() throws IOException {
        return Stream.of(resources("classpath*:messages/*.properties"))
                .map(Resource::getFilename)
                .filter(name -> !String.valueOf(name).contains("_zh_CN"))
                .map(name -> String.valueOf(name).replace(".properties", ""));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesHaveTheSameKeys(String bundle) throws IOException {
        assertThat(keys(bundle + "_zh_CN")).isEqualTo(keys(bundle));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noMessageIsEmptyAndNoPlaceholderIsLost(String bundle) throws IOException {
        Properties english = read(bundle);
        Properties chinese = read(bundle + "_zh_CN");
        for (String key : english.stringPropertyNames()) {
            String there = english.getProperty(key);
            String here = chinese.getProperty(key, "");
            assertThat(there).as(key).isNotBlank();
            assertThat(here).as(key).isNotEmpty();
            assertThat(placeholders(here)).as(key).isEqualTo(placeholders(there));
        }
    }

    @Test
    void everyKeyOfATemplateExists() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String bundle : bundles().toList()) {
            known.addAll(keys(bundle));
        }
        List<String> missing = new ArrayList<>();
        for (Resource template : resources("classpath*:templates/**/*.html")) {
            String text = template.getContentAsString(StandardCharsets.UTF_8);
            Matcher key = KEY_IN_TEMPLATE.matcher(text);
            while (key.find()) {
                if (!known.contains(key.group(1))) {
                    missing.add(template.getFilename() + ": " + key.group(1));
                }
            }
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> placeholders(String message) {
        Set<String> found = new TreeSet<>();
        Matcher placeholder = Pattern.compile("\\{(\\d)").matcher(message);
        while (placeholder.find()) {
            found.add(placeholder.group(1));
        }
        return found;
    }

    private static Set<String> keys(String bundle) throws IOException {
        return new TreeSet<>(read(bundle).stringPropertyNames());
    }

    private static Properties read(String bundle) throws IOException {
        Properties messages = new Properties();
        Resource file = resources("classpath*:messages/" + bundle + ".properties")[0];
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            messages.load(reader);
        }
        return messages;
    }

    private static Resource[] resources(String pattern) throws IOException {
        return new PathMatchingResourcePatternResolver().getResources(pattern);
    }
}
