package io.jenkins.plugins.checks.api;

public class ChecksDetails {
    private ChecksDetails() {}

    public static class ChecksDetailsBuilder {
        public native ChecksDetailsBuilder withName(String name);

        public native ChecksDetailsBuilder withStatus(ChecksStatus status);

        public native ChecksDetailsBuilder withDetailsURL(String detailsURL);

        public native ChecksDetailsBuilder withConclusion(ChecksConclusion conclusion);

        public native ChecksDetailsBuilder withOutput(ChecksOutput output);

        public native ChecksDetails build();
    }
}
