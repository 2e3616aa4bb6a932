package io.jenkins.plugins.securitycenter.result.view;

import io.jenkins.plugins.securitycenter.text.EnumWords;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a user wants trend charts to show.
 *
 * @param info whether findings of severity Info are included
 * @param builds the number of builds
 */
public record TrendSettings(TrendView view, boolean info, int builds) {

    private static final List<Integer> RANGES = List.of(10, 25, 50, 100);
    private static final Pattern TEXT = Pattern.compile("(true|false)-(\\d{1,3})(?:-([a-z]{1,10}))?");

    public static final TrendSettings DEFAULT = new TrendSettings(TrendView.SEVERITY, true, 50);

    /** A range to choose from. */
    public record Range(int builds, boolean current) {}

    /** A view to choose from. */
    public record Choice(String word, String label, boolean current) {}

    /** @throws IllegalArgumentException if the number of builds is not one of the ranges, with a message for the user */
    public TrendSettings {
        if (!RANGES.contains(builds)) {
            throw new IllegalArgumentException(
                    "Parameter builds must be 10, 25, 50 or 100, but was \"" + builds + "\".");
        }
    }

    /**
     * Parses the word of a view that a form sent.
     *
     * @throws IllegalArgumentException if the word is unknown, with a message for the user
     */
    public static TrendView view(String word) {
        return EnumWords.parse(TrendView.class, "show", EnumWords.given(word, TrendView.SEVERITY));
    }

    /** Reads what {@link #text} returned; the default settings if the text is anything else. */
    public static TrendSettings parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return DEFAULT;
        }
        try {
            return new TrendSettings(
                    view(matcher.group(3)), Boolean.parseBoolean(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        } catch (IllegalArgumentException e) {
            return DEFAULT;
        }
    }

    /** Returns the settings as the value of a cookie. */
    public String text() {
        return info + "-" + builds + "-" + EnumWords.of(view);
    }

    public List<Range> ranges() {
        return RANGES.stream().map(range -> new Range(range, range == builds)).toList();
    }

    public List<Choice> choices() {
        return Stream.of(TrendView.values())
                .map(one -> new Choice(EnumWords.of(one), one.label(), one == view))
                .toList();
    }
}
