package io.jenkins.plugins.securitycenter.run;

import hudson.console.LineTransformationOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Supplier;

/** Replaces secrets in a log by asterisks, line by line. */
public final class MaskingStream extends LineTransformationOutputStream.Delegating {

    private static final String MASK = "****";

    private final Supplier<? extends Collection<String>> secrets;

    /** @param secrets asked for each line, since a session may be renewed */
    public MaskingStream(OutputStream out, Supplier<? extends Collection<String>> secrets) {
        super(out);
        this.secrets = secrets;
    }

    @Override
    protected void eol(byte[] bytes, int length) throws IOException {
        // a charset that keeps every byte: the log may be in another one than expected, secrets are ASCII
        String line = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        String masked = line;
        for (String secret : secrets.get()) {
            masked = masked.replace(secret, MASK);
        }
        out.write(masked.getBytes(StandardCharsets.ISO_8859_1));
    }
}
