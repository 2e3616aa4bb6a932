package io.jenkins.plugins.securitycenter.run;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.AbortException;
import hudson.FilePath;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securitycenter.client.Download;
import io.jenkins.plugins.securitycenter.client.Request;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of the workspace, which may be on another machine. */
public final class WorkspaceFile {

    private static final Pattern ABSOLUTE = Pattern.compile("[/\\\\].*|[A-Za-z]:.*", Pattern.DOTALL);

    /** A file on a machine; the channel is null for the controller. */
    private record Place(VirtualChannel channel, String path) {}

    private static final int LONGEST_NAME = 255;

    private static final Reservations<Place> ARRIVING = new Reservations<>();

    private final FilePath file;
    private final String label;

    /** Something that arrives as a file. */
    @FunctionalInterface
    public interface Delivery {
        /** Writes it, if need be more than once; returns the number of bytes. */
        long to(Download.Target target) throws IOException, InterruptedException;
    }

    private WorkspaceFile(FilePath file, String label) {
        this.file = file;
        this.label = label;
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
            throw new IllegalArgumentException(parameter + " needs a workspace; put the step in a node block.");
        }
        workspace.mkdirs();
        if (!workspace.isDescendant(path)) {
            throw outside(parameter, path);
        }
        return new WorkspaceFile(workspace.child(path), parameter + " \"" + path + "\"");
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
            if (part.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
                throw new IllegalArgumentException(parameter + " contains a file or folder name longer than "
                        + LONGEST_NAME + " bytes, which file systems do not support; use a shorter name.");
            }
        }
    }

    /**
     * What is equal for two paths below a workspace if they may be of one file on some system, whatever their case,
     * separators and empty parts.
     */
    static String place(String path) {
        return Arrays.stream(path.toLowerCase(Locale.ROOT).split("[/\\\\]"))
                .map(WorkspaceFile::withoutIgnoredEnd)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("/"));
    }

    /** Windows drops dots and blanks at the end, and "." is the directory itself. */
    private static String withoutIgnoredEnd(String part) {
        int end = part.length();
        while (end > 0 && (part.charAt(end - 1) == '.' || part.charAt(end - 1) == ' ')) {
            end--;
        }
        return part.substring(0, end);
    }

    public String name() {
        return file.getName();
    }

    /** @throws AbortException with a sentence when there is no such file */
    public void mustExist(String parameter) throws IOException, InterruptedException {
        if (!file.exists() || file.isDirectory()) {
            throw Problems.abort(
                    parameter + " \"" + file.getName() + "\" does not exist or is not a file: " + file.getRemote());
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

    /**
     * Lets something arrive. The file is there with all of it or, when that fails, as it was before.
     *
     * @return the number of bytes
     * @throws AbortException with a sentence when the file cannot be written
     */
    public long receive(Delivery delivery) throws IOException, InterruptedException {
        try (ArrivingFile part = arrive()) {
            long bytes = delivery.to(part);
            part.keep(bytes);
            return bytes;
        } catch (UncheckedIOException e) {
            throw Problems.abort(label + " cannot be written: " + e.getCause().getMessage());
        }
    }

    /**
     * Begins to let something arrive; to be closed.
     *
     * @throws IllegalArgumentException with a sentence when something else is arriving there
     */
    ArrivingFile arrive() throws IOException, InterruptedException {
        mustNotBeDirectory();
        Place place = new Place(file.getChannel(), place(file.getRemote()));
        Reservations.Reservation reserved = ARRIVING.reserve(place)
                .orElseThrow(() -> new IllegalArgumentException(
                        label + " is being written by another step; use different files in parallel steps."));
        try {
            return ArrivingFile.at(file, reserved);
        } catch (IOException | InterruptedException | RuntimeException e) {
            reserved.close();
            throw e;
        }
    }

    /** @throws IllegalArgumentException with a sentence when there is a directory in place of the file */
    public void mustNotBeDirectory() throws IOException, InterruptedException {
        if (file.isDirectory()) {
            throw new IllegalArgumentException(label + " is a directory; enter the path of a file.");
        }
    }

    /** The content, as it is sent; its length is known. */
    public Request.Source content() throws IOException, InterruptedException {
        long length = file.length();
        return new Request.Source() {
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
