package io.jenkins.plugins.securitycenter.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes whole pipelines of the parts that documents show, and the files that they read. */
final class Snippets {

    /** A function of a shared library, which the pipelines on the same page call. */
    static final Pattern LIBRARY = Pattern.compile("// vars/(\\w+)\\.groovy\ndef call\\(");

    /** Steps of plugins that the tests do not have. */
    private static final String STAND_INS = """
            def emailext(Map mail) { echo mail.subject }
            def recordIssues(Map options) { echo options.tool.pattern }
            def sarif(Map options) { options }
            """;

    private static final String NESSUS =
            "<NessusClientData_v2><Report><ReportItem/><ReportItem/></Report></NessusClientData_v2>";

    private Snippets() {}

    /** Puts gates that stand alone into the step to which they belong. */
    static String complete(String text) {
        return text.startsWith("gates: [") ? "securityCenterRecord(" + text.strip() + ")\n" : text;
    }

    /** The blocks that Pipeline can run: all but those of Job DSL and functions of libraries. */
    static List<Page.Block> pipelines() {
        return PipelinesTest.blocks().stream()
                .filter(block -> !block.text().startsWith("job('")
                        && !LIBRARY.matcher(block.text()).find())
                .toList();
    }

    /** The only pipeline of a page, for Pipeline to run. */
    static String runnable(String page) {
        List<Page.Block> found =
                pipelines().stream().filter(block -> block.page().equals(page)).toList();
        if (found.size() != 1) {
            throw new AssertionError(page + " has " + found.size() + " pipelines");
        }
        return runnable(found.get(0));
    }

    /** The block with what it needs: a node, a scan, functions, and stand-ins for steps of others. */
    static String runnable(Page.Block block) {
        String text = complete(block.text())
                .replace("checkout scm", "echo 'checked out'")
                // the users of the simulator see only two repositories
                .replaceAll("repository: '(DMZ|CI)'", "repository: 'Default'")
                .replace("@Library('security') _\n", "");
        StringBuilder script = new StringBuilder(STAND_INS);
        if (!text.contains("curl")) {
            script.append("def sh(String script) { echo script }\n");
        }
        Page.of(block.page()).blocks().stream()
                .map(Page.Block::text)
                .filter(other -> LIBRARY.matcher(other).find())
                .forEach(other -> script.append(LIBRARY.matcher(other).replaceFirst("def $1(")));
        if (text.contains("pipeline {")) {
            return script.append(text).toString();
        }
        if (!text.contains("securityCenterScan ") && !text.contains("securityCenterImport ")) {
            script.append("def scan = securityCenterScan 'Weekly network scan'\n");
        }
        return text.contains("node {")
                ? script.append(text).toString()
                : script.append("node {\n").append(text).append("}\n").toString();
    }

    /** Writes the files that the pipelines read into a workspace. */
    static void files(Path workspace) throws IOException {
        Map<String, String> files = Map.of(
                "hosts.txt",
                "10.17.9.1-10.17.9.80\n",
                "inventory.csv",
                first("docs/examples/assets.md", "text"),
                "results/scan.nessus",
                NESSUS,
                "results/weekly.nessus",
                NESSUS,
                ".securitycenter-ignore.yaml",
                first("docs/suppressions.md", "yaml"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = workspace.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    /** The first block of a page in a language. */
    static String first(String page, String language) {
        return Page.of(page).blocks().stream()
                .filter(block -> block.language().equals(language))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
