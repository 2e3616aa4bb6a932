package io.jenkins.plugins.securitycenter.benchmark;

import java.util.Random;

/** Text with the vocabulary of plugin descriptions; the same random numbers yield the same text. */
final class ReplayTexts {

    private static final String[] WORDS = ("the remote host is affected by a vulnerability in the installed version of"
                    + " an application that does not properly validate user supplied input when parsing certain"
                    + " messages which allows an unauthenticated attacker to execute arbitrary code or to cause a"
                    + " denial of service condition via specially crafted packets note that this plugin has not tested"
                    + " for the issue but has instead relied only on the self-reported number service certificate"
                    + " cipher key length kernel package update advisory library header response directory path")
            .split(" ");

    private ReplayTexts() {}

    /** Returns sentences and line breaks of about the given length. */
    static String prose(Random random, int length) {
        StringBuilder text = new StringBuilder("The");
        while (text.length() < length) {
            text.append(' ').append(word(random));
            if (random.nextInt(12) == 0) {
                text.append(random.nextInt(4) == 0 ? ".\n\nThe" : ". The");
            }
        }
        return text.append('.').toString();
    }

    /** Returns lines of names and values about one subject, such as plugins print them, of about the given length. */
    static String output(Random random, int length) {
        String subject = word(random);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append("\n  Path              : /usr/share/")
                    .append(subject)
                    .append('/')
                    .append(word(random));
            text.append("\n  Installed version : 1.").append(random.nextInt(100));
            text.append("\n  Fixed version     : 2.").append(random.nextInt(10)).append("\n");
        }
        return text.toString();
    }

    private static String word(Random random) {
        return WORDS[random.nextInt(WORDS.length)];
    }
}
