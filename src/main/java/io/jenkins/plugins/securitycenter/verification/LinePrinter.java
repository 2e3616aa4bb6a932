package io.jenkins.plugins.securitycenter.verification;

import io.jenkins.plugins.securitycenter.task.WaitingTask.TaskCallback;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Passes the lines that are printed to it to the log of a build. */
final class LinePrinter extends PrintStream {

    LinePrinter(TaskCallback callback) {
        super(new Lines(callback), true, StandardCharsets.UTF_8);
    }

    private static final class Lines extends ByteArrayOutputStream {

        private final TaskCallback callback;

        Lines(TaskCallback callback) {
            this.callback = callback;
        }

        @Override
        public synchronized void write(int value) {
            if (value == '\n') {
                callback.log(toString(StandardCharsets.UTF_8).stripTrailing());
                reset();
            } else {
                super.write(value);
            }
        }

        @Override
        public synchronized void write(byte[] bytes, int start, int length) {
            for (int i = start; i < start + length; i++) {
                write(bytes[i]);
            }
        }
    }
}
