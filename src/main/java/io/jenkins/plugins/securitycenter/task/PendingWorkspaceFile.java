package io.jenkins.plugins.securitycenter.task;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import hudson.FilePath;
import hudson.remoting.Channel;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securitycenter.client.Download;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.logging.Level;
import java.util.logging.Logger;
import jenkins.MasterToSlaveFileCallable;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** A file that is written to the workspace under a temporary name and renamed once it is complete. */
@Restricted(NoExternalUse.class)
public final class PendingWorkspaceFile implements Download.Target, AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(PendingWorkspaceFile.class.getName());

    private final FilePath place;
    private final FilePath part;
    private final Reservations.Reservation reserved;
    private boolean opened;
    private boolean kept;

    private PendingWorkspaceFile(FilePath place, FilePath part, Reservations.Reservation reserved) {
        this.place = place;
        this.part = part;
        this.reserved = reserved;
    }

    /**
     * Creates the temporary file for a path, and its directory.
     *
     * @param reserved the reservation of the path, released when the file is closed
     */
    static PendingWorkspaceFile at(FilePath place, Reservations.Reservation reserved)
            throws IOException, InterruptedException {
        FilePath directory = place.getParent();
        if (directory == null) {
            throw new IOException("No parent directory for " + place.getRemote());
        }
        directory.mkdirs();
        return new PendingWorkspaceFile(place, directory.createTempFile("securitycenter", ".part"), reserved);
    }

    @Override
    public OutputStream open() throws IOException {
        try {
            if (opened) {
                part.act(new Settle());
            }
            opened = true;
            return part.write();
        } catch (InterruptedException e) {
            throw WorkspaceFile.interrupted(e);
        }
    }

    /** @throws IOException if the file does not have that size, with a message for the user */
    public void check(long bytes) throws IOException, InterruptedException {
        part.act(new Check(bytes));
    }

    /** Moves the file to its path, replacing an existing file. */
    public void keep(long bytes) throws IOException, InterruptedException {
        part.act(new Keep(place.getRemote(), bytes));
        kept = true;
    }

    /** Deletes the file, even if it was already moved to its path. */
    public void withdraw() {
        delete(kept ? place : part);
        kept = true;
    }

    /** Deletes the temporary file unless it was kept. */
    @Override
    public void close() {
        if (!kept) {
            delete(part);
        }
        reserved.close();
    }

    private static void delete(FilePath file) {
        // An aborted build interrupts its thread, which would prevent the deletion on an agent.
        boolean interrupted = Thread.interrupted();
        try {
            file.delete();
        } catch (IOException | RuntimeException e) {
            LOGGER.log(Level.FINE, "Could not delete " + file.getRemote(), e);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Checks the size on the machine of the workspace. */
    private static void check(File part, long bytes) throws IOException, InterruptedException {
        settle();
        long size = Files.size(part.toPath());
        if (size != bytes) {
            throw new IOException(
                    "Only " + size + " of " + bytes + " bytes could be written to " + part.getParent() + ".");
        }
    }

    /** Waits on the machine of the workspace until pending writes have arrived. */
    static final class Settle extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        @Override
        public Void invoke(File part, @CheckForNull VirtualChannel channel) throws IOException, InterruptedException {
            settle();
            return null;
        }
    }

    /** Checks the size of the file on the machine of the workspace. */
    static final class Check extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        private final long bytes;

        Check(long bytes) {
            this.bytes = bytes;
        }

        @Override
        public Void invoke(File part, @CheckForNull VirtualChannel channel) throws IOException, InterruptedException {
            check(part, bytes);
            return null;
        }
    }

    /** Waits for pending writes: remoting sends them asynchronously and does not report a failure of the last ones. */
    private static void settle() throws InterruptedException {
        Channel toController = Channel.current();
        if (toController != null) {
            toController.syncLocalIO();
        }
    }

    /** Checks the size of the file and moves it, on the machine of the workspace. */
    static final class Keep extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        private final String place;
        private final long bytes;

        Keep(String place, long bytes) {
            this.place = place;
            this.bytes = bytes;
        }

        @Override
        public Void invoke(File part, @CheckForNull VirtualChannel channel) throws IOException, InterruptedException {
            check(part, bytes);
            Files.move(part.toPath(), Path.of(place), StandardCopyOption.REPLACE_EXISTING);
            return null;
        }
    }
}
