package io.jenkins.plugins.checks.api;

public class ChecksOutput {
    private ChecksOutput() {}

    public static class ChecksOutputBuilder {
        public native ChecksOutputBuilder withTitle(String title);

        public native ChecksOutputBuilder withSummary(String summary);

        public native ChecksOutputBuilder withText(String text);

        public native ChecksOutput build();
    }
}
