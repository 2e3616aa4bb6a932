package io.jenkins.plugins.securitycenter.run;

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

/** A file on its way to the workspace: it gets its name when all of it is there, so nobody ever finds half of it. */
final class ArrivingFile implements Download.Target, AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger(ArrivingFile.class.getName());

    private final FilePath place;
    private final FilePath part;
    private final Reservations.Reservation reserved;
    private boolean opened;
    private boolean kept;

    private ArrivingFile(FilePath place, FilePath part, Reservations.Reservation reserved) {
        this.place = place;
        this.part = part;
        this.reserved = reserved;
    }

    /**
     * A file that will be in that place; its directory is made.
     *
     * @param reserved the reservation of the place, released with the file
     */
    static ArrivingFile at(FilePath place, Reservations.Reservation reserved) throws IOException, InterruptedException {
        FilePath directory = place.getParent();
        if (directory == null) {
            throw new IOException("No parent directory for " + place.getRemote());
        }
        directory.mkdirs();
        return new ArrivingFile(place, directory.createTempFile("securitycenter", ".part"), reserved);
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

    /** @throws IOException with a sentence when not all of the bytes are there */
    void check(long bytes) throws IOException, InterruptedException {
        part.act(new Check(bytes));
    }

    /** Puts the file in its place, where it replaces what was there. */
    void keep(long bytes) throws IOException, InterruptedException {
        part.act(new Keep(place.getRemote(), bytes));
        kept = true;
    }

    /** Takes the file away again, wherever it is. */
    void withdraw() {
        delete(kept ? place : part);
        kept = true;
    }

    /** Takes away what was not kept. */
    @Override
    public void close() {
        if (!kept) {
            delete(part);
        }
        reserved.close();
    }

    private static void delete(FilePath file) {
        // an aborted build interrupts its thread, which would keep it from tidying up on an agent
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

    /** Runs where the workspace is. */
    private static void check(File part, long bytes) throws IOException, InterruptedException {
        settle();
        long size = Files.size(part.toPath());
        if (size != bytes) {
            throw new IOException(
                    "Only " + size + " of " + bytes + " bytes could be written to " + part.getParent() + ".");
        }
    }

    /** Waits where the workspace is until what was written has arrived, so that it is not written behind later. */
    static final class Settle extends MasterToSlaveFileCallable<Void> {

        private static final long serialVersionUID = 1;

        @Override
        public Void invoke(File part, @CheckForNull VirtualChannel channel) throws IOException, InterruptedException {
            settle();
            return null;
        }
    }

    /** Checks the file where the workspace is. */
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

    /** What is written to an agent arrives a little later, and a failure to write its end is not told. */
    private static void settle() throws InterruptedException {
        Channel toController = Channel.current();
        if (toController != null) {
            toController.syncLocalIO();
        }
    }

    /** Checks the file and moves it, where the workspace is. */
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
