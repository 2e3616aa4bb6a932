package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securitycenter.client.Download;
import io.jenkins.plugins.securitycenter.client.transport.Request;
import io.jenkins.plugins.securitycenter.config.UserFailures;
import io.jenkins.plugins.securitycenter.text.MessageText;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A file in the workspace, which may be on another machine. */
@Restricted(NoExternalUse.class)
public final class WorkspaceFile {

    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

    private static final Pattern SEPARATOR = Pattern.compile("[/\\\\]");

    /** A path on a machine; the channel is null for the controller. */
    private record FileLocation(VirtualChannel channel, String path) {}

    private static final int LONGEST_NAME = 255;

    private static final Reservations<FileLocation> TRANSFERS = new Reservations<>();

    private final FilePath file;
    private final String label;

    /** A transfer to a file. */
    @FunctionalInterface
    interface Transfer {
        /** Writes the content, repeatedly if retries are needed, and returns the number of bytes. */
        long to(Download.Target target) throws IOException, InterruptedException;
    }

    private WorkspaceFile(FilePath file, String label) {
        this.file = file;
        this.label = label;
    }

    /**
     * Returns the file with that path.
     *
     * @param parameter the name of the parameter in messages
     * @throws IllegalArgumentException if the path is outside the workspace or there is no workspace, with a message
     *     for the user
     */
    public static WorkspaceFile of(@CheckForNull FilePath workspace, String parameter, String path)
            throws IOException, InterruptedException {
        check(parameter, path);
        if (workspace == null) {
            throw new IllegalArgumentException(parameter + " needs a workspace; put the step in a node block.");
        }
        workspace.mkdirs();
        if (!workspace.isDescendant(path)) {
            checkFolders(workspace, parameter, path);
            throw outside(parameter, path);
        }
        return new WorkspaceFile(workspace.child(path), parameter + " \"" + path + "\"");
    }

    /** @throws IllegalArgumentException if the path leads through a file of the workspace, with a message for the user */
    private static void checkFolders(FilePath workspace, String parameter, String path)
            throws IOException, InterruptedException {
        Matcher separator = SEPARATOR.matcher(path);
        while (separator.find()) {
            String folder = path.substring(0, separator.start());
            if (!workspace.isDescendant(folder)) {
                return;
            }
            FilePath there = workspace.child(folder);
            if (there.exists() && !there.isDirectory()) {
                throw new IllegalArgumentException(parameter + " \"" + path + "\" cannot be used, because \"" + folder
                        + "\" is a file; use another path.");
            }
        }
    }

    /** @throws IllegalArgumentException if the path is not inside a workspace, with a message for the user */
    public static void check(String parameter, String path) {
        if (path.indexOf('\0') >= 0 || ABSOLUTE.matcher(path).matches()) {
            throw outside(parameter, path);
        }
        for (String part : path.split("[/\\\\]")) {
            if (part.equals("..")) {
                throw outside(parameter, path);
            }
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new IllegalArgumentException(parameter + " contains a file or folder name longer than "
                        + LONGEST_NAME + " bytes, which file systems do not support; use a shorter name.");
            }
        }
    }

    /**
     * Returns a key that is equal for two paths if they may denote the same file on some system: it ignores case,
     * separators and empty parts.
     */
    public static String place(String path) {
        return Arrays.stream(path.toLowerCase(Locale.ROOT).split("[/\\\\]"))
                .map(WorkspaceFile::withoutIgnoredEnd)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** Removes trailing dots and spaces, which Windows ignores, and ".", which is the directory itself. */
    private static String withoutIgnoredEnd(String part) {
        int end = part.length();
        while (end > 0 && (part.charAt(end - 1) == '.' || part.charAt(end - 1) == ' ')) {
            end--;
        }
        return part.substring(0, end);
    }

    String name() {
        return file.getName();
    }

    /** @throws AbortException if the file does not exist, with a message for the user */
    void mustExist() throws IOException, InterruptedException {
        if (!file.exists() || file.isDirectory()) {
            throw UserFailures.abort(label + " does not exist or is not a file: " + file.getRemote());
        }
    }

    /**
     * Returns the content, which is one byte longer than the maximum if the file is larger.
     *
     * @throws AbortException if the file does not exist, with a message for the user
     */
    public byte[] content(int most) throws IOException, InterruptedException {
        mustExist();
        try (InputStream stream = read()) {
            return stream.readNBytes(most + 1);
        }
    }

    InputStream read() throws IOException {
        try {
            return file.read();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Writes a transfer to the file. If it fails, the file is left as it was before.
     *
     * @return the number of bytes
     * @throws AbortException if the file cannot be written, with a message for the user
     */
    long receive(Transfer delivery) throws IOException, InterruptedException {
        try (PendingWorkspaceFile part = arrive()) {
            long bytes = delivery.to(part);
            part.keep(bytes);
            return bytes;
        } catch (UncheckedIOException e) {
            IOException cause = Objects.requireNonNull(e.getCause());
            throw UserFailures.abort(label + " cannot be written: " + MessageText.of(cause));
        }
    }

    /**
     * Opens a temporary file for this file; the caller must close it.
     *
     * @throws IllegalArgumentException if another step is writing the file, with a message for the user
     */
    public PendingWorkspaceFile arrive() throws IOException, InterruptedException {
        mustNotBeDirectory();
        FileLocation place = new FileLocation(file.getChannel(), place(file.getRemote()));
        Reservations.Reservation reserved = TRANSFERS
                .reserve(place)
                .orElseThrow(() -> new IllegalArgumentException(
                        label + " is being written by another step; use different files in parallel steps."));
        try {
            return PendingWorkspaceFile.at(file, reserved);
        } catch (IOException | InterruptedException | RuntimeException e) {
            reserved.close();
            throw e;
        }
    }

    /** @throws IllegalArgumentException if the path is a directory, with a message for the user */
    void mustNotBeDirectory() throws IOException, InterruptedException {
        if (file.isDirectory()) {
            throw new IllegalArgumentException(label + " is a directory; enter the path of a file.");
        }
    }

    /** Returns the content for an upload, with its length. */
    Request.ContentSupplier content() throws IOException, InterruptedException {
        long length = file.length();
        return new Request.ContentSupplier() {
            @Override
            public InputStream open() throws IOException {
                return read();
            }

            @Override
            public long length() {
                return length;
            }
        };
    }

    static IOException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        InterruptedIOException io = new InterruptedIOException("The file transfer was interrupted.");
        io.initCause(e);
        return io;
    }

    private static IllegalArgumentException outside(String parameter, String path) {
        return new IllegalArgumentException(
                parameter + " \"" + path + "\" is not in the workspace; use a relative path inside it.");
    }
}
