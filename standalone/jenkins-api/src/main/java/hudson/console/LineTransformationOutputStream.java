package hudson.console;

import java.io.IOException;
import java.io.OutputStream;

public abstract class LineTransformationOutputStream extends OutputStream {
    protected abstract void eol(byte[] b, int len) throws IOException;

    @Override
    public native void write(int b) throws IOException;

    @Override
    public native void write(byte[] b, int off, int len) throws IOException;

    @Override
    public native void close() throws IOException;

    public abstract static class Delegating extends LineTransformationOutputStream {
        protected final OutputStream out;

        protected Delegating(OutputStream out) {
            this.out = out;
        }

        @Override
        public native void flush() throws IOException;

        @Override
        public native void close() throws IOException;
    }
}
