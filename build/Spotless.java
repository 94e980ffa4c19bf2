import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs Spotless in a Maven of its own, on the JVM that runs this file.
 *
 * <p>google-java-format reads Java with the compiler of the JVM it runs on, so Spotless refuses our
 * Java 25 sources where Maven itself runs on JDK 17. The build starts this file with the JDK it
 * found by toolchain.
 */
class Spotless {
    public static void main(String[] arguments) throws IOException, InterruptedException {
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        List<String> command = new ArrayList<>();
        command.add(
                arguments[0]
                        + File.separator
                        + "bin"
                        + File.separator
                        + (windows ? "mvn.cmd" : "mvn"));
        command.addAll(List.of("-B", "-q", "-N", "spotless:" + arguments[1]));
        if (arguments[2].equals("offline=true")) {
            command.add("-o");
        }
        ProcessBuilder maven = new ProcessBuilder(command).inheritIO();
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment()
                .put(
                        "MAVEN_OPTS",
                        "--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
        int status = maven.start().waitFor();
        if (status != 0 && arguments[1].equals("check")) {
            System.err.println("Formatting differs: run  bin/format  and commit what it changes.");
        }
        System.exit(status);
    }
}
