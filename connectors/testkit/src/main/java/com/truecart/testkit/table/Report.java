package com.truecart.testkit.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * One test as Surefire reports it.
 *
 * @param testClass its simple name
 * @param test the name of the method, and what stands behind it for a parameterized one
 */
record Report(String testClass, String test, Mark mark) {

    /** All tests a module's reports tell of whose class name ends so. */
    static List<Report> of(Path module, String ending) {
        Path folder = module.resolve("target/surefire-reports");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Report> reports = new ArrayList<>();
            files.filter(file ->
                            file.getFileName().toString().matches("TEST-.*" + ending + "\\.xml"))
                    .sorted()
                    .forEach(file -> reports.addAll(read(file)));
            return reports;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The method alone. */
    String method() {
        return test.replaceFirst("[({\\[ ].*$", "");
    }

    private static List<Report> read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            NodeList cases =
                    factory.newDocumentBuilder()
                            .parse(file.toFile())
                            .getElementsByTagName("testcase");
            List<Report> reports = new ArrayList<>();
            for (int i = 0; i < cases.getLength(); i++) {
                Element test = (Element) cases.item(i);
                String testClass = test.getAttribute("classname");
                reports.add(
                        new Report(
                                testClass.substring(testClass.lastIndexOf('.') + 1),
                                test.getAttribute("name"),
                                mark(test)));
            }
            return reports;
        } catch (IOException | SAXException | ParserConfigurationException unreadable) {
            throw new IllegalStateException(file + " cannot be read", unreadable);
        }
    }

    private static Mark mark(Element test) {
        if (test.getElementsByTagName("failure").getLength() > 0
                || test.getElementsByTagName("error").getLength() > 0) {
            return Mark.RED;
        }
        return test.getElementsByTagName("skipped").getLength() > 0 ? Mark.NOT_SHOWN : Mark.GREEN;
    }
}
