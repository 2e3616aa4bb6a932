package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.regex.Pattern;

/** A file of the workspace, which may be on another machine. */
public final class WorkspaceFile {

    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

    private final FilePath file;

    private WorkspaceFile(FilePath file) {
        this.file = file;
    }

    /**
     * The file of that path.
     *
     * @param parameter what messages call the path
     * @throws IllegalArgumentException with a sentence when the path leads out of the workspace, or there is none
     */
    public static WorkspaceFile of(@CheckForNull FilePath workspace, String parameter, String path)
            throws IOException, InterruptedException {
        check(parameter, path);
        if (workspace == null) {
            throw new IllegalArgumentException(parameter + " needs a workspace; put the step into a node block.");
        }
        workspace.mkdirs();
        if (!workspace.isDescendant(path)) {
            throw outside(parameter, path);
        }
        return new WorkspaceFile(workspace.child(path));
    }

    /** @throws IllegalArgumentException with a sentence when the path is none below a workspace */
    public static void check(String parameter, String path) {
        if (path.indexOf('\0') >= 0 || ABSOLUTE.matcher(path).matches()) {
            throw outside(parameter, path);
        }
        for (String part : path.split("[/\\\\]")) {
            if (part.equals("..")) {
                throw outside(parameter, path);
            }
        }
    }

    public String name() {
        return file.getName();
    }

    /** @throws AbortException with a sentence when there is no such file */
    public void mustExist(String parameter) throws IOException, InterruptedException {
        if (!file.exists() || file.isDirectory()) {
            throw new AbortException(
                    parameter + ": there is no file " + file.getName() + " at " + file.getRemote() + ".");
        }
    }

    public InputStream read() throws IOException {
        try {
            return file.read();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** Opens the file for writing from its beginning; its directory is made. */
    public OutputStream write() throws IOException {
        try {
            FilePath directory = file.getParent();
            if (directory != null) {
                directory.mkdirs();
            }
            return file.write();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException io = new InterruptedIOException("The transfer of a file was interrupted.");
        io.initCause(e);
        return io;
    }

    private static IllegalArgumentException outside(String parameter, String path) {
        return new IllegalArgumentException(
                parameter + " \"" + path + "\" is not in the workspace; a relative path below it is needed.");
    }
}
