package hudson;

import edu.umd.cs.findbugs.annotations.CheckForNull;
import edu.umd.cs.findbugs.annotations.NonNull;
import hudson.remoting.VirtualChannel;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import org.jenkinsci.remoting.RoleSensitive;
import org.jenkinsci.remoting.SerializableOnlyOverRemoting;

public final class FilePath implements SerializableOnlyOverRemoting {
    private static final long serialVersionUID = 1L;

    public FilePath(@CheckForNull VirtualChannel channel, @NonNull String remote) {}

    public FilePath(@NonNull File localPath) {}

    public FilePath(@NonNull FilePath base, @NonNull String rel) {}

    public native <T> T act(FileCallable<T> callable) throws IOException, InterruptedException;

    public native @NonNull FilePath child(String relOrAbsolute);

    public native void copyFrom(InputStream in) throws IOException, InterruptedException;

    public native void copyTo(OutputStream os) throws IOException, InterruptedException;

    public native FilePath createTempFile(String prefix, String suffix) throws IOException, InterruptedException;

    public native boolean delete() throws IOException, InterruptedException;

    public native boolean exists() throws IOException, InterruptedException;

    public native VirtualChannel getChannel();

    public native String getName();

    public native @CheckForNull FilePath getParent();

    public native String getRemote();

    public native boolean isDescendant(@NonNull String potentialChildRelativePath)
            throws IOException, InterruptedException;

    public native boolean isDirectory() throws IOException, InterruptedException;

    public native long length() throws IOException, InterruptedException;

    public native void mkdirs() throws IOException, InterruptedException;

    public native InputStream read() throws IOException, InterruptedException;

    public native String readToString() throws IOException, InterruptedException;

    public native void renameTo(FilePath target) throws IOException, InterruptedException;

    public native OutputStream write() throws IOException, InterruptedException;

    public native void write(String content, String encoding) throws IOException, InterruptedException;

    public interface FileCallable<T> extends Serializable, RoleSensitive {
        T invoke(File f, VirtualChannel channel) throws IOException, InterruptedException;
    }
}
