package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import io.jenkins.plugins.securitycenter.report.ExportFormat;
import io.jenkins.plugins.securitycenter.report.ExportOptions;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/** Files of the workspace that get the findings as well. */
public record Exports(Map<ExportFormat, String> paths, ExportOptions.Grouping suites) {

    public static final Exports NONE = new Exports(Map.of(), ExportOptions.Grouping.HOST);

    /**
     * @param paths an empty path means none
     * @param suites what the suites of JUnit XML are
     */
    public Exports {
        Map<ExportFormat, String> wanted = new EnumMap<>(ExportFormat.class);
        paths.forEach((format, path) -> {
            WorkspaceFile.check(parameter(format), path);
            if (!path.isEmpty()) {
                wanted.put(format, path);
            }
        });
        paths = Map.copyOf(wanted);
    }

    /** What the files of a record are to be like. */
    ExportOptions options(RecordName name, boolean partial) {
        return ExportOptions.DEFAULT.of(name.id()).by(suites).ofScan(partial);
    }

    /** Begins all files. */
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
        return "exports." + Word.of(format);
    }
}
