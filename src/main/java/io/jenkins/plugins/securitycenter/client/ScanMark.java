package io.jenkins.plugins.securitycenter.client;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says in the description of an on-demand scan who made it, so that it can be found and removed when whoever made it
 * could not do so.
 *
 * @param instance which Jenkins
 * @param build which of its builds, for example {@code folder/job#12}
 */
public record ScanMark(String instance, String build) {

    private static final Pattern MARK = Pattern.compile("\\[jenkins ([A-Za-z0-9._:-]++) ([^\\[\\]]*+)]");

    public ScanMark {
        instance = instance.replaceAll("[^A-Za-z0-9._:-]", "-");
        build = build.replace('[', '(').replace(']', ')');
    }

    /** The description of a scan with this mark. */
    String description() {
        return "Created for one build and deleted when it ends. [jenkins " + instance + " " + build + "]";
    }

    /** The mark in a description, if there is one. */
    static Optional<ScanMark> in(String description) {
        Matcher mark = MARK.matcher(description);
        return mark.find() ? Optional.of(new ScanMark(mark.group(1), mark.group(2))) : Optional.empty();
    }
}
