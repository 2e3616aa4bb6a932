package io.jenkins.plugins.securitycenter.result.view;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a user wants trend charts to show.
 *
 * @param info whether findings of severity Info are included
 * @param builds the number of builds
 */
public record TrendSettings(boolean info, int builds) {

    private static final List<Integer> RANGES = List.of(10, 25, 50, 100);
    private static final Pattern TEXT = Pattern.compile("(true|false)-(\\d{1,3})");

    public static final TrendSettings DEFAULT = new TrendSettings(true, 50);

    /** A range to choose from. */
    public record Range(int builds, boolean current) {}

    /** @throws IllegalArgumentException if the number of builds is not one of the ranges, with a message for the user */
    public TrendSettings {
        if (!RANGES.contains(builds)) {
            throw new IllegalArgumentException(
                    "Parameter builds must be 10, 25, 50 or 100, but was \"" + builds + "\".");
        }
    }

    /** Reads what {@link #text} returned; the default settings if the text is anything else. */
    public static TrendSettings parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches() || !RANGES.contains(Integer.valueOf(matcher.group(2)))) {
            return DEFAULT;
        }
        return new TrendSettings(Boolean.parseBoolean(matcher.group(1)), Integer.parseInt(matcher.group(2)));
    }

    /** Returns the settings as the value of a cookie. */
    public String text() {
        return info + "-" + builds;
    }

    public List<Range> ranges() {
        return RANGES.stream().map(range -> new Range(range, range == builds)).toList();
    }
}
