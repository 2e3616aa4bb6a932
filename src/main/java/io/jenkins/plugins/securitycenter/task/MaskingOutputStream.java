package io.jenkins.plugins.securitycenter.task;

import hudson.console.LineTransformationOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.function.Supplier;
import org.kohsuke.accmod.Restricted;
import org.kohsuke.accmod.restrictions.NoExternalUse;

/** Replaces secrets in a log with asterisks, line by line. */
@Restricted(NoExternalUse.class)
public final class MaskingOutputStream extends LineTransformationOutputStream.Delegating {

    private static final String MASK = "****";

    private final Supplier<? extends Collection<String>> secrets;

    /** @param secrets queried for each line, because sessions can be renewed */
    public MaskingOutputStream(OutputStream out, Supplier<? extends Collection<String>> secrets) {
        super(out);
        this.secrets = secrets;
    }

    @Override
    protected void eol(byte[] bytes, int length) throws IOException {
        // ISO 8859-1 preserves every byte whatever the charset of the log is; secrets are ASCII.
        String line = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        String masked = line;
        for (String secret : secrets.get()) {
            masked = masked.replace(secret, MASK);
        }
        out.write(masked.getBytes(StandardCharsets.ISO_8859_1));
    }
}
