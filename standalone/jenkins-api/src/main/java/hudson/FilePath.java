package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.VirtualChannel;
import io.jenkins.plugins.securitycenter.standalone.Declared;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    public FilePath(@CheckForNull VirtualChannel channel, @NonNull String remote) {
        Declared.only();
    }

    public FilePath(@NonNull File localPath) {
        Declared.only();
    }

    public FilePath(@NonNull FilePath base, @NonNull String rel) {
        Declared.only();
    }

    public <T> T act(FileCallable<T> callable) throws IOException, InterruptedException {
        return Declared.only();
    }

    public @NonNull FilePath child(String relOrAbsolute) {
        return Declared.only();
    }

    public void copyFrom(InputStream in) throws IOException, InterruptedException {
        Declared.only();
    }

    public void copyTo(OutputStream os) throws IOException, InterruptedException {
        Declared.only();
    }

    public FilePath createTempFile(String prefix, String suffix) throws IOException, InterruptedException {
        return Declared.only();
    }

    public boolean delete() throws IOException, InterruptedException {
        return Declared.<Boolean>only();
    }

    public boolean exists() throws IOException, InterruptedException {
        return Declared.<Boolean>only();
    }

    public VirtualChannel getChannel() {
        return Declared.only();
    }

    public String getName() {
        return Declared.only();
    }

    public @CheckForNull FilePath getParent() {
        return Declared.only();
    }

    public String getRemote() {
        return Declared.only();
    }

    public boolean isDirectory() throws IOException, InterruptedException {
        return Declared.<Boolean>only();
    }

    public long length() throws IOException, InterruptedException {
        return Declared.<Long>only();
    }

    public void mkdirs() throws IOException, InterruptedException {
        Declared.only();
    }

    public InputStream read() throws IOException, InterruptedException {
        return Declared.only();
    }

    public String readToString() throws IOException, InterruptedException {
        return Declared.only();
    }

    public void renameTo(FilePath target) throws IOException, InterruptedException {
        Declared.only();
    }

    public OutputStream write() throws IOException, InterruptedException {
        return Declared.only();
    }

    public void write(String content, String encoding) throws IOException, InterruptedException {
        Declared.only();
    }

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }
}
