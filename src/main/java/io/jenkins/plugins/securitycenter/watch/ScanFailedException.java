package io.jenkins.plugins.securitycenter.watch;

import io.jenkins.plugins.securitycenter.client.SecurityCenterException;
import java.io.IOException;

/** Thrown if a scan or its import failed, or if its result cannot be identified. The message is one sentence. */
public final class ScanFailedException extends IOException {

    private static final long serialVersionUID = 1;

    ScanFailedException(String sentence) {
        super(sentence);
    }

    ScanFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Says it as the last word: a passing problem would be taken for one after which an answer may still come. */
    static ScanFailedException lastWord(SecurityCenterException e) {
        return new ScanFailedException(e.getMessage(), e);
    }
}
