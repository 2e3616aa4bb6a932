package io.jenkins.plugins.securitycenter.client.resource;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Identifies the build that created an on-demand scan, in the description of the scan, so that the scan can be found
 * and deleted if the build could not delete it.
 *
 * @param instance identifies the Jenkins controller
 * @param build identifies the build, for example {@code folder/job#12}
 */
public record ScanOwnerTag(String instance, String build) {

    private static final Pattern MARK = Pattern.compile("\\[jenkins ([A-Za-z0-9._:-]++) ([^\\[\\]]*+)]");

    public ScanOwnerTag {
        instance = instance.replaceAll("[^A-Za-z0-9._:-]", "-");
        build = build.replace('[', '(').replace(']', ')');
    }

    /** Returns the description of a scan with this mark. */
    String description() {
        return "Created for one build and deleted when it ends. [jenkins " + instance + " " + build + "]";
    }

    /** Returns the mark in a description, if there is one. */
    static Optional<ScanOwnerTag> in(String description) {
        Matcher mark = MARK.matcher(description);
        return mark.find() ? Optional.of(new ScanOwnerTag(mark.group(1), mark.group(2))) : Optional.empty();
    }
}
