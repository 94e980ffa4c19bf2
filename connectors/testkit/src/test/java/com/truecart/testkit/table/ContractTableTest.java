package com.truecart.testkit.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On reports as Surefire writes them. */
class ContractTableTest {
    private static final String GREEN = "/>";
    private static final String RED = "><failure message=\"no\"/></testcase>";
    private static final String ABORTED = "><skipped message=\"not shown: no\"/></testcase>";

    @TempDir private Path root;

    @BeforeEach
    void faultsWereNoticed() throws IOException {
        faults("a fault\tmoney\tmoney");
    }

    @Test
    void eachBehaviourIsAsItsWorstTest() throws IOException {
        levels("acme", "CATALOG=declared\nORDERS=declared\n");
        report(
                "acme",
                "AcmeContractTest",
                testcase("pricesAreExact", GREEN)
                        + testcase("pagingEndsAndEachListingComesOnce", GREEN)
                        + testcase("aPageAskedForTwiceStatesTheSame", RED)
                        + testcase(
                                "aStatusWeDoNotKnowIsNeitherSuccessNorFailureAndKeepsItsWord",
                                ABORTED));
        ContractTable table = new ContractTable(root);
        assertThat(table.markdown())
                .contains("| behaviour | acme |")
                .contains("| money | ✓ |")
                .contains("| paging and resume | **✗** |")
                .contains("| unknown status | ? |")
                .contains("| quote |   |")
                .contains("| forged webhook | – |")
                .contains("| CATALOG | declared |")
                .contains("| :-: |\n| a fault | money | ✓ |");
        assertThat(table.complaints()).containsExactly("acme: paging and resume is red");
    }

    @Test
    void whatOneOfTheWaysAKindIsSpokenToCannotShowIsShownByAnother() throws IOException {
        levels("acme", "CATALOG=declared\nORDERS=declared\n");
        String unknown = "aStatusWeDoNotKnowIsNeitherSuccessNorFailureAndKeepsItsWord";
        report("acme", "AcmeContractTest", testcase(unknown, GREEN));
        report("acme", "AcmeSignedContractTest", testcase(unknown, ABORTED));
        assertThat(new ContractTable(root).markdown()).contains("| unknown status | ✓ |");
        report("acme", "AcmeSignedContractTest", testcase(unknown, RED));
        assertThat(new ContractTable(root).markdown()).contains("| unknown status | **✗** |");
    }

    @Test
    void aLevelThatIsClaimedAndNotShownIsAComplaint() throws IOException {
        levels("acme", "CATALOG=declared\nWEBHOOKS=contract\n");
        report("acme", "AcmeContractTest", testcase("theSameEventSentTwiceHasOneName()", GREEN));
        assertThat(new ContractTable(root).complaints())
                .containsExactly("acme: forged webhook is not shown, but WEBHOOKS claims contract");
    }

    @Test
    void aKindWithoutALevelsFileIsAComplaint() throws IOException {
        Path services = root.resolve("connectors/acme/src/main/resources/META-INF/services");
        Files.createDirectories(services);
        Files.writeString(services.resolve("com.truecart.spi.ConnectorProvider"), "a.b.C\n");
        assertThat(new ContractTable(root).complaints())
                .containsExactly("acme: has no levels file");
    }

    @Test
    void severalKindsOfOneModuleAreToldApartByTheNamesOfTheirTests() throws IOException {
        levels("east", "CATALOG=declared\n");
        Files.writeString(
                root.resolve(
                        "connectors/east/src/main/resources/META-INF/truecart/levels/west.properties"),
                "CATALOG=declared\n");
        report("east", "EastContractTest", testcase("pricesAreExact", GREEN));
        report("east", "WestContractTest", testcase("pricesAreExact", RED));
        assertThat(new ContractTable(root).markdown()).contains("| money | ✓ | **✗** |");
    }

    @Test
    void kindsWithoutAReportAreNamed() throws IOException {
        levels("acme", "CATALOG=declared\n");
        levels("quiet", "CATALOG=declared\n");
        report("acme", "AcmeContractTest", testcase("pricesAreExact", GREEN));
        assertThat(new ContractTable(root).markdown())
                .contains("| money | ✓ |   |")
                .contains("No report of contract tests was there for: quiet.");
    }

    @Test
    void theColumnOfOneKindIsShownAlone() throws IOException {
        levels("acme", "CATALOG=declared\n");
        levels("other", "CATALOG=declared\n");
        report("acme", "AcmeContractTest", testcase("pricesAreExact", GREEN));
        ContractTable table = new ContractTable(root);
        assertThat(ContractTable.behaviours(List.of(table.kind("acme"))))
                .contains("| behaviour | acme |\n")
                .contains("| money | ✓ |\n");
        assertThatThrownBy(() -> table.kind("nobody")).hasMessageContaining("nobody");
    }

    @Test
    void aFaultThatIsNotNoticedOrNotTriedIsAComplaint() throws IOException {
        faults("a fault\tmoney\tmoney, quote");
        assertThat(new ContractTable(root).complaints()).containsExactly("planted fault: a fault");
        Files.delete(root.resolve("connectors/testkit/target/planted-faults.tsv"));
        assertThat(new ContractTable(root).complaints())
                .containsExactly("planted faults were not run");
    }

    private void faults(String line) throws IOException {
        Path folder = Files.createDirectories(root.resolve("connectors/testkit/target"));
        Files.writeString(folder.resolve("planted-faults.tsv"), line + "\n");
    }

    private void levels(String kind, String text) throws IOException {
        Path folder =
                root.resolve("connectors/" + kind + "/src/main/resources/META-INF/truecart/levels");
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(kind + ".properties"), text);
    }

    private void report(String module, String test, String cases) throws IOException {
        Path folder = root.resolve("connectors/" + module + "/target/surefire-reports");
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("TEST-com.acme." + test + ".xml"),
                "<testsuite>" + cases.replace("CLASS", "com.acme." + test) + "</testsuite>");
    }

    private static String testcase(String name, String rest) {
        return "<testcase name=\"" + name + "\" classname=\"CLASS\"" + rest;
    }
}
