package io.jenkins.plugins.securitycenter.fix;

import io.jenkins.plugins.securitycenter.text.MessageText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shortens solutions for tables and logs. */
public final class SolutionText {

    private static final int LONGEST = 200;
    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final Pattern END = Pattern.compile("[.!?](?= [\\p{Lu}\\p{Lt}])");

    private SolutionText() {}

    /** Returns the first sentence on one line, at most 200 characters long, without characters that change the display. */
    public static String firstSentence(String solution) {
        String start = solution.length() > 2 * LONGEST ? solution.substring(0, 2 * LONGEST) : solution;
        String line = SPACE.matcher(MessageText.line(start)).replaceAll(" ").trim();
        Matcher end = END.matcher(line);
        return MessageText.shortened(end.find() ? line.substring(0, end.end()) : line, LONGEST);
    }
}
