package io.jenkins.plugins.securitycenter.findings;

import io.jenkins.plugins.securitycenter.model.Finding;
import io.jenkins.plugins.securitycenter.model.Host;
import io.jenkins.plugins.securitycenter.model.Plugin;
import io.jenkins.plugins.securitycenter.model.ResourceReference;
import io.jenkins.plugins.securitycenter.model.Risk;
import io.jenkins.plugins.securitycenter.model.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;

/** Any number of different findings, 50 on each host, made when they are asked for: equal numbers, equal findings. */
public final class ManyFindings {

    private static final int ON_EACH_HOST = 50;
    private static final int PLUGINS = 3000;
    private static final ResourceReference REPOSITORY = new ResourceReference("4", "Outside");

    private ManyFindings() {}

    public static Finding finding(int number) {
        Random random = new Random(number);
        int plugin = (number * 31 + number / ON_EACH_HOST * 7) % PLUGINS;
        Severity severity = Severity.values()[plugin % 5];
        OptionalDouble score = plugin % 5 == 0 ? OptionalDouble.empty() : OptionalDouble.of(plugin % 5 * 2 + 1.5);
        return new Finding(
                plugin(plugin),
                severity,
                host(number / ON_EACH_HOST),
                number % ON_EACH_HOST * 7,
                "TCP",
                REPOSITORY,
                new Risk(plugin % 11 == 0, score, 3, score, OptionalDouble.empty(), false, "", false),
                Optional.of(Instant.ofEpochSecond(1_600_000_000L + random.nextInt(90_000_000))),
                Optional.of(Instant.ofEpochSecond(1_700_000_000L)),
                text("Installed version : " + random.nextInt(), random, 300));
    }

    private static Host host(int number) {
        String ip = "10." + (number >> 16) + "." + (number >> 8 & 255) + "." + (number & 255);
        return new Host(ip, "", "host" + number + ".example.com", "HOST" + number, "", "repositoryID,ip,dnsName");
    }

    private static Plugin plugin(int number) {
        Random random = new Random(number);
        return new Plugin(
                Integer.toString(10_000 + number),
                "Weakness " + number + " of a Server",
                "Family " + number % 40,
                text("Synopsis " + number, random, 80),
                text("Description " + number, random, 1200),
                solution(number, random),
                List.of("CVE-2024-" + (10_000 + number), "CVE-2023-" + (20_000 + number)),
                List.of("https://example.com/advisories/" + number),
                Plugin.CheckType.REMOTE,
                List.of(),
                Optional.empty());
    }

    private static String solution(int number, Random random) {
        return switch (number % 4) {
            case 0 -> "n/a";
            case 1 -> "Upgrade to Server " + number / 100 + " version 1." + number % 3 + "." + number + " or later.";
            default -> text("Solution " + number, random, 150);
        };
    }

    private static String text(String start, Random random, int length) {
        StringBuilder text = new StringBuilder(start);
        while (text.length() < length) {
            text.append(' ').append(Integer.toString(random.nextInt(40_000), 36));
        }
        return text.toString();
    }
}
