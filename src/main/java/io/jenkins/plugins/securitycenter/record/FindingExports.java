package io.jenkins.plugins.securitycenter.record;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.securitycenter.export.ExportFormat;
import io.jenkins.plugins.securitycenter.export.ExportOptions;
import io.jenkins.plugins.securitycenter.export.RecordedBuild;
import io.jenkins.plugins.securitycenter.task.WorkspaceFile;
import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** The files in the workspace to which findings are exported. */
@Restricted(NoExternalUse.class)
public record FindingExports(Map<ExportFormat, String> paths, String html, String hosts, ExportOptions options) {

    static final String HTML = "exports.html";
    static final String HOSTS = "exports.hosts";

    public static final FindingExports NONE = new FindingExports(Map.of(), "", "", ExportOptions.DEFAULT);

    /**
     * @param paths the paths in the workspace; an empty path disables the format
     * @param html the path of the HTML file; empty for none
     * @param hosts the path of the file of scanned hosts; empty for none
     * @param options the options of all formats
     * @throws IllegalArgumentException if a path is outside the workspace, or two paths denote the same file, with a
     *     message for the user
     */
    public FindingExports {
        Map<ExportFormat, String> wanted = new EnumMap<>(ExportFormat.class);
        Map<String, String> all = new LinkedHashMap<>();
        for (Map.Entry<ExportFormat, String> export : new TreeMap<>(paths).entrySet()) {
            all.put(parameter(export.getKey()), export.getValue());
            if (!export.getValue().isEmpty()) {
                wanted.put(export.getKey(), export.getValue());
            }
        }
        all.put(HTML, html);
        all.put(HOSTS, hosts);
        check(all);
        paths = Map.copyOf(wanted);
    }

    /** Checks that the paths are inside the workspace and denote different files. */
    private static void check(Map<String, String> paths) {
        Map<String, String> places = new HashMap<>();
        paths.forEach((parameter, path) -> {
            WorkspaceFile.check(parameter, path);
            String other = path.isEmpty() ? null : places.putIfAbsent(WorkspaceFile.place(path), parameter);
            if (other != null) {
                throw oneFile(other, Objects.requireNonNull(paths.get(other)), parameter, path);
            }
        });
    }

    private static IllegalArgumentException oneFile(String one, String path, String other, String otherPath) {
        boolean caseOnly = !path.equals(otherPath) && path.equalsIgnoreCase(otherPath);
        return new IllegalArgumentException(one + " \"" + path + "\" and " + other + " \"" + otherPath + "\" "
                + (caseOnly ? "differ only in letter case" : "are the same file")
                + "; use a different file for each export.");
    }

    /** Returns the export options of a record. */
    ExportOptions options(RecordName name, RecordedBuild build, boolean partial) {
        return options.of(name.id()).recordedBy(build).ofScan(partial);
    }

    /** Opens all files. */
    FindingExportFiles open(@CheckForNull FilePath workspace) throws IOException, InterruptedException {
        FindingExportFiles files = new FindingExportFiles();
        try {
            for (Map.Entry<ExportFormat, String> export : paths.entrySet()) {
                WorkspaceFile file = WorkspaceFile.of(workspace, parameter(export.getKey()), export.getValue());
                files.add(parameter(export.getKey()), export.getKey(), export.getValue(), file.arrive());
            }
            for (Map.Entry<String, String> document :
                    Map.of(HTML, html, HOSTS, hosts).entrySet()) {
                if (!document.getValue().isEmpty()) {
                    WorkspaceFile file = WorkspaceFile.of(workspace, document.getKey(), document.getValue());
                    files.addDocument(document.getKey(), document.getValue(), file.arrive());
                }
            }
            return files;
        } catch (IOException | InterruptedException | RuntimeException e) {
            files.close();
            throw e;
        }
    }

    private static String parameter(ExportFormat format) {
        return "exports." + EnumWords.of(format);
    }
}
