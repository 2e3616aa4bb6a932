package io.jenkins.plugins.securitycenter.model;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the plugins that report on logins say about a host, apart from {@link ScanInformation}. Each names its plugins in
 * the order of their usefulness as a reason.
 */
public enum LoginReport {
    /** Local checks run there. */
    AVAILABLE("110095", "117887"),
    /** A login worked. */
    VALID("141118"),
    /** Local checks failed or do not exist for that system. */
    UNAVAILABLE("21745", "117886"),
    /** A login worked, but not always or with too few rights. */
    LIMITED("110385", "117885", "102094"),
    /** Some login was refused or not possible. */
    REFUSED("104410", "110723", "110695");

    private static final int LONGEST = 200;

    private static final Map<String, LoginReport> BY_PLUGIN = Arrays.stream(values())
            .flatMap(report -> report.plugins.stream().map(plugin -> Map.entry(plugin, report)))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private final List<String> plugins;

    LoginReport(String... plugins) {
        this.plugins = List.of(plugins);
    }

    /** Returns the report that the finding is; empty for any other finding. */
    public static Optional<LoginReport> of(Finding finding) {
        return Optional.ofNullable(BY_PLUGIN.get(finding.plugin().id()));
    }

    /** Returns whether all local checks could run on a host with these reports. */
    public static boolean loggedIn(Optional<Boolean> login, Set<LoginReport> reports) {
        if (reports.contains(UNAVAILABLE) || reports.contains(LIMITED)) {
            return false;
        }
        // In paranoid mode, the scan information denies a login that worked.
        return reports.contains(AVAILABLE)
                || reports.contains(VALID)
                || login.orElse(false) && !reports.contains(REFUSED);
    }

    /** Returns the IDs of the plugins that report on the scan of a host and its logins, with commas. */
    public static String allPlugins() {
        return Stream.concat(
                        Stream.of(ScanInformation.PLUGIN),
                        Arrays.stream(values()).flatMap(report -> report.plugins.stream()))
                .collect(Collectors.joining(","));
    }

    /** Returns the reason that the scanner gave, in one line: the name of the plugin, or the beginning of its output. */
    public static String reason(Finding finding) {
        String text = finding.plugin().name().isBlank()
                ? finding.output()
                        .lines()
                        .filter(line -> !line.isBlank())
                        .findFirst()
                        .orElse("")
                : finding.plugin().name();
        return MessageText.shortened(MessageText.line(text.strip()), LONGEST);
    }
}
