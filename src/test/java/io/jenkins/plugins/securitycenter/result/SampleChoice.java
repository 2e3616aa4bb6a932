package io.jenkins.plugins.securitycenter.result;

import java.io.IOException;
import java.time.Instant;

/** Choices of references, as the page of a record makes them. */
public final class SampleChoice {

    private SampleChoice() {}

    public static void choose(FindingsAction record, String user) throws IOException {
        ReferenceChoices.choose(record, user, Instant.EPOCH);
    }

    public static void takeBack(FindingsAction record) throws IOException {
        ReferenceChoices.takeBack(record);
    }
}
