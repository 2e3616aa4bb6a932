package io.jenkins.plugins.securitycenter.simulator;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The command line of {@link SimulatorMain}. */
record Arguments(SimulatorOptions options, Path pem, boolean help) {
    static final String USAGE = """
            Arguments, all optional:
              --https                  speak TLS with a certificate made at start (default: plain HTTP)
              --port=<0..65535>        port on 127.0.0.1, 0 for a free one (default 8834)
              --profile=5.8|5.20|6.7   version to play (default 6.7)
              --findings=<number>      findings of one run (default 500)
              --scan-seconds=<number>  time from launch to Completed (default 20)
              --import-seconds=<number> time from Completed to the end of the import (default 5)
              --session-limit=<number> open sessions of one user, 0 for no limit (default 20)
              --seed=<number>          other data for every number (default 1)
              --pem=<file>             where to put the certificate (default securitycenter-simulator.pem)
              --help                   this text""";

    private static final Map<String, Profile> PROFILES =
            Map.of("5.8", Profile.V5_8, "5.20", Profile.V5_20, "6.7", Profile.V6_7);
    private static final int DEFAULT_PORT = 8834;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException with one sentence for the user
     */
    static Arguments parse(String... args) {
        SimulatorOptions options = SimulatorOptions.defaults().withTiming(20, 5).withPort(DEFAULT_PORT);
        Arguments parsed = new Arguments(options, Path.of("securitycenter-simulator.pem"), false);
        for (String arg : args) {
            int equals = arg.indexOf('=');
            String name = equals < 0 ? arg : arg.substring(0, equals);
            parsed = parsed.with(name, equals < 0 ? "" : arg.substring(equals + 1));
        }
        return parsed;
    }

    private Arguments with(String name, String value) {
        return switch (name) {
            case "--help", "-h" -> new Arguments(options, pem, true);
            case "--https" -> with(options.withHttps(flag(name, value)));
            case "--port" -> with(options.withPort(number(name, value, 65_535)));
            case "--profile" -> with(options.withProfile(profile(value)));
            case "--findings" -> with(options.withFindings(number(name, value, 10_000_000)));
            case "--scan-seconds" ->
                with(options.withTiming(
                        number(name, value, 86_400), options.timing().importSeconds()));
            case "--import-seconds" ->
                with(options.withTiming(options.timing().scanSeconds(), number(name, value, 86_400)));
            case "--session-limit" -> with(options.withSessionLimit(number(name, value, 10_000)));
            case "--seed" -> with(options.withSeed(number(name, value, Integer.MAX_VALUE)));
            case "--pem" -> new Arguments(options, file(value), help);
            default ->
                throw new IllegalArgumentException(
                        "The argument " + name + " is unknown; --help lists those that there are.");
        };
    }

    private Arguments with(SimulatorOptions other) {
        return new Arguments(other, pem, help);
    }

    private static boolean flag(String name, String value) {
        if (!List.of("", "true", "false").contains(value)) {
            throw new IllegalArgumentException("The argument " + name + " takes no value but true or false.");
        }
        return !value.equals("false");
    }

    private static int number(String name, String value, int highest) {
        try {
            int number = Integer.parseInt(value);
            if (number >= 0 && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // the sentence below is for this too
        }
        throw new IllegalArgumentException(
                "The argument " + name + " takes a number from 0 to " + highest + ", not '" + value + "'.");
    }

    private static Profile profile(String value) {
        if (!PROFILES.containsKey(value)) {
            throw new IllegalArgumentException("The argument --profile takes "
                    + String.join(", ", Arrays.asList("5.8", "5.20", "6.7")) + ", not '" + value + "'.");
        }
        return PROFILES.get(value);
    }

    private static Path file(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The argument --pem takes the name of a file.");
        }
        return Path.of(value);
    }
}
