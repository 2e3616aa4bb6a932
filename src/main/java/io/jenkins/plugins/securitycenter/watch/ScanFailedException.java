package io.jenkins.plugins.securitycenter.watch;

import java.io.IOException;

/** A scan or its import did not end as it should, or its launch cannot be told. The message is one sentence. */
public final class ScanFailedException extends IOException {

    private static final long serialVersionUID = 1;

    ScanFailedException(String sentence) {
        super(sentence);
    }

    ScanFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
