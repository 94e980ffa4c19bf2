package com.truecart.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The boundaries between modules and packages; one class, so that the classes are read once. */
class ArchitectureTests {

    private static final String[] SPRING_FREE = {
        "com.truecart.model..",
        "com.truecart.spi..",
        "com.truecart.kit..",
        "com.truecart.pricing..",
        "com.truecart.solver..",
        "com.truecart.search..",
        "com.truecart.payment..",
        "com.truecart.carrier..",
        "com.truecart.connector.."
    };

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("com.truecart");
    }

    @Test
    void featuresUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(TruecartApplication.class).verify();
    }

    @Test
    void theEnginesAndTheContractsKnowNoSpring() {
        holds(
                noClasses()
                        .that()
                        .resideInAnyPackage(SPRING_FREE)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("org.springframework..", "com.truecart.app.."));
    }

    @Test
    void pricingIsPureArithmetic() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("com.truecart.pricing..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "java.io..", "java.nio.file..", "java.net..", "java.sql..")
                        .orShould()
                        .dependOnClassesThat()
                        .haveFullyQualifiedName("java.time.Clock"));
    }

    @Test
    void theModelKnowsOnlyItself() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("com.truecart.model..")
                        .should()
                        .dependOnClassesThat()
                        .resideOutsideOfPackages(
                                "com.truecart.model..", "java..", "org.jspecify.."));
    }

    @Test
    void connectorsTouchOnlyTheContractAndTheirTools() {
        holds(
                noClasses()
                        .that()
                        .resideInAPackage("com.truecart.connector..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(
                                "com.truecart.pricing..",
                                "com.truecart.search..",
                                "com.truecart.app..",
                                "com.truecart.sandbox..",
                                "com.truecart.testkit..",
                                "java.net.http..",
                                "java.sql.."));
    }

    private static void holds(ArchRule rule) {
        rule.check(ours);
    }
}
