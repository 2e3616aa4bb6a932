package io.jenkins.plugins.securitycenter.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Freeze windows: in effect for {@code duration} seconds from {@code start}; they are not repeated. */
final class FreezeContent implements ObjectKind.Content {
    private static final Pattern START = Pattern.compile("TZID=([^:]+):(\\d{8}T\\d{6})");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    @Override
    public ObjectNode read(ObjectNode body, boolean fresh) {
        ObjectNode fields = body.deepCopy();
        if (fresh) {
            ObjectKind.need(body, "name", "start", "duration");
            fields.put("enabled", Json.text(body, "enabled", "true"));
            fields.put("allIPs", Json.text(body, "allIPs", "true"));
            fields.put("ipList", Json.text(body, "ipList", ""));
        }
        fields.remove("active");
        start(fields);
        return fields;
    }

    @Override
    public ObjectNode show(ObjectNode window, Instant now) {
        return window.deepCopy().put("active", String.valueOf(active(window, now)));
    }

    /** Whether a window is in effect. */
    static boolean active(ObjectNode window, Instant now) {
        if (!Json.text(window, "enabled", "true").equals("true")) {
            return false;
        }
        Instant start = start(window);
        Instant end = start.plus(Duration.ofSeconds(window.path("duration").asLong()));
        return !now.isBefore(start) && now.isBefore(end);
    }

    private static Instant start(ObjectNode window) {
        String text = window.path("start").asText();
        Matcher start = START.matcher(text);
        if (!start.matches()) {
            if (text.isEmpty()) {
                return Instant.MAX.minusSeconds(Integer.MAX_VALUE);
            }
            throw Refusal.badRequest("The start '" + text + "' is not of the form TZID=Zone:yyyymmddThhmmss.");
        }
        return LocalDateTime.parse(start.group(2), TIME)
                .atZone(ZoneId.of(start.group(1)))
                .toInstant();
    }

    /** Whether a window is about some of these targets. */
    static boolean hits(ObjectNode window, Targets targets, String repository) {
        String own = Json.id(window.path("repository"));
        if (!own.isEmpty() && !own.equals("-1") && !own.equals(repository)) {
            return false;
        }
        return Json.text(window, "allIPs", "true").equals("true")
                || targets.overlap(Targets.parse(window.path("ipList").asText()));
    }
}
