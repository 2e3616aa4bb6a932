package io.jenkins.plugins.securitycenter.export;

import io.jenkins.plugins.securitycenter.findings.FindingLocation;
import io.jenkins.plugins.securitycenter.gate.FindingState;
import io.jenkins.plugins.securitycenter.gate.RecordedFinding;
import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.suppression.Suppression;
import io.jenkins.plugins.securitycenter.text.TextSanitizer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A finding as a test case.
 *
 * @param className package and class as Jenkins splits them, at the last dot
 * @param message one line: severity and synopsis, or why the test was skipped
 * @param details explanation of a failure for users
 */
record JUnitTestCase(String className, String name, Result result, String message, String details) {

    static final int MOST_OUTPUT = 10_000;

    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_MESSAGE = 1_024;

    enum Result {
        PASSED,
        FAILED,
        SKIPPED
    }

    /** @param recorded a finding with at most {@link #MOST_OUTPUT} characters of output and a remark */
    static JUnitTestCase of(RecordedFinding recorded, ExportOptions options) {
        Finding finding = recorded.finding();
        Naming naming = Naming.of(options.grouping());
        Result result = result(recorded, options);
        return new JUnitTestCase(
                naming.className(finding), naming.test(finding), result, message(recorded, result), details(finding));
    }

    /** Returns this test with more in its name, to tell it apart from tests with the same name. */
    JUnitTestCase named(String more) {
        return new JUnitTestCase(className, name + more, result, message, details);
    }

    /** Returns the result of the test case of a finding. */
    static Result result(RecordedFinding recorded, ExportOptions options) {
        Finding finding = recorded.finding();
        if (recorded.state() == FindingState.FIXED || !finding.severity().atLeast(options.failFrom())) {
            return Result.PASSED;
        }
        return finding.risk().accepted() || recorded.suppressed() ? Result.SKIPPED : Result.FAILED;
    }

    private static String message(RecordedFinding recorded, Result result) {
        return TextSanitizer.cut(text(recorded, result), LONGEST_MESSAGE);
    }

    private static String text(RecordedFinding recorded, Result result) {
        Finding finding = recorded.finding();
        if (result == Result.SKIPPED) {
            return recorded.suppression().map(Suppression::text).orElse("The risk was accepted in SecurityCenter.");
        }
        String synopsis = finding.plugin().synopsis();
        return finding.severity().label() + ": "
                + (synopsis.isEmpty() ? finding.plugin().name() : synopsis);
    }

    private static String details(Finding finding) {
        Plugin plugin = finding.plugin();
        return Stream.of(
                        plugin.description(),
                        plugin.solution(),
                        String.join(" ", plugin.cves()),
                        String.join("\n", plugin.seeAlso()),
                        finding.output())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The naming of suites, classes and tests. */
    enum Naming {
        BY_HOST {
            @Override
            String suite(Finding finding) {
                return host(finding);
            }

            @Override
            String className(Finding finding) {
                return "hosts." + undotted(suite(finding));
            }

            @Override
            String test(Finding finding) {
                String port = FindingLocation.port(finding);
                return plugin(finding) + (port.isEmpty() ? "" : " on port " + port);
            }
        },
        BY_PLUGIN {
            @Override
            String suite(Finding finding) {
                return plugin(finding);
            }

            @Override
            String className(Finding finding) {
                String family = finding.plugin().family();
                return undotted(family.isEmpty() ? "plugins" : family) + "." + undotted(suite(finding));
            }

            @Override
            String test(Finding finding) {
                String port = FindingLocation.port(finding);
                return host(finding) + (port.isEmpty() ? "" : ", port " + port);
            }
        };

        static Naming of(ExportOptions.Grouping grouping) {
            return switch (grouping) {
                case HOST -> BY_HOST;
                case PLUGIN -> BY_PLUGIN;
            };
        }

        abstract String suite(Finding finding);

        abstract String className(Finding finding);

        abstract String test(Finding finding);

        /** Returns the display name of the host. */
        static String host(Finding finding) {
            String host = FindingLocation.host(finding.host());
            return host.isEmpty() ? "unknown host" : TextSanitizer.cut(host, LONGEST_NAME);
        }

        private static String plugin(Finding finding) {
            Plugin plugin = finding.plugin();
            return TextSanitizer.cut(plugin.name(), LONGEST_NAME) + " (" + plugin.id() + ")";
        }

        private static String undotted(String name) {
            return name.replace('.', '_');
        }
    }
}
