package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.securitycenter.model.EnumWords;
import io.jenkins.plugins.securitycenter.report.ExportFormat;
import io.jenkins.plugins.securitycenter.report.ExportOptions;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The files in the workspace to which findings are exported. */
public record Exports(Map<ExportFormat, String> paths, ExportOptions.Grouping suites) {

    public static final Exports NONE = new Exports(Map.of(), ExportOptions.Grouping.HOST);

    /**
     * @param paths the paths in the workspace; an empty path disables the format
     * @param suites the grouping of JUnit test suites
     * @throws IllegalArgumentException if a path is outside the workspace, or two paths denote the same file, with a
     *     message for the user
     */
    public Exports {
        Map<ExportFormat, String> wanted = new EnumMap<>(ExportFormat.class);
        Map<String, ExportFormat> places = new HashMap<>();
        for (Map.Entry<ExportFormat, String> export : new TreeMap<>(paths).entrySet()) {
            String path = export.getValue();
            WorkspaceFile.check(parameter(export.getKey()), path);
            if (!path.isEmpty()) {
                ExportFormat other = places.putIfAbsent(WorkspaceFile.place(path), export.getKey());
                if (other != null) {
                    throw oneFile(parameter(other), wanted.get(other), parameter(export.getKey()), path);
                }
                wanted.put(export.getKey(), path);
            }
        }
        paths = Map.copyOf(wanted);
    }

    private static IllegalArgumentException oneFile(String one, String path, String other, String otherPath) {
        boolean caseOnly = !path.equals(otherPath) && path.equalsIgnoreCase(otherPath);
        return new IllegalArgumentException(one + " \"" + path + "\" and " + other + " \"" + otherPath + "\" "
                + (caseOnly ? "differ only in letter case" : "are the same file")
                + "; use a different file for each export.");
    }

    /** Returns the export options of a record. */
    ExportOptions options(RecordName name, boolean partial) {
        return ExportOptions.DEFAULT.of(name.id()).by(suites).ofScan(partial);
    }

    /** Opens all files. */
    ExportedFiles open(@CheckForNull FilePath workspace) throws IOException, InterruptedException {
        ExportedFiles files = new ExportedFiles();
        try {
            for (Map.Entry<ExportFormat, String> export : paths.entrySet()) {
                WorkspaceFile file = WorkspaceFile.of(workspace, parameter(export.getKey()), export.getValue());
                files.add(export.getKey(), file.arrive());
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
