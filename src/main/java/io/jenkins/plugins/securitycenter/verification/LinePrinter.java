package io.jenkins.plugins.securitycenter.verification;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Passes the lines that are printed to it to the log of a build. */
final class LinePrinter extends PrintStream {

    LinePrinter(Consumer<String> log) {
        super(new Lines(log), true, StandardCharsets.UTF_8);
    }

    private static final class Lines extends ByteArrayOutputStream {

        private final Consumer<String> log;

        Lines(Consumer<String> log) {
            this.log = log;
        }

        @Override
        public synchronized void write(int value) {
            if (value == '\n') {
                log.accept(toString(StandardCharsets.UTF_8).stripTrailing());
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
