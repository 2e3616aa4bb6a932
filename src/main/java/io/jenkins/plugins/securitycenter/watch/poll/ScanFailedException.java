package io.jenkins.plugins.securitycenter.watch.poll;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Thrown if a scan or its import failed, or if its result cannot be identified. The message is one sentence. */
public final class ScanFailedException extends IOException {

    private static final long serialVersionUID = 1;

    public ScanFailedException(String sentence) {
        super(sentence);
    }

    public ScanFailedException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}
