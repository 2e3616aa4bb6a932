package io.jenkins.plugins.securitycenter.client;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** All that the product logs while it is open, at every level. */
public final class CapturedLog extends Handler implements AutoCloseable {

    private static final Logger LOGGER = Logger.getLogger("io.jenkins.plugins.securitycenter");

    private final List<LogRecord> records = Collections.synchronizedList(new ArrayList<>());
    private final Level before = LOGGER.getLevel();

    public static CapturedLog open() {
        CapturedLog log = new CapturedLog();
        log.setLevel(Level.ALL);
        LOGGER.setLevel(Level.ALL);
        LOGGER.addHandler(log);
        return log;
    }

    /** Messages, parameters, and the exceptions that came with them. */
    public String text() {
        StringBuilder text = new StringBuilder();
        for (LogRecord logged : List.copyOf(records)) {
            text.append(logged.getMessage()).append('\n');
            if (logged.getParameters() != null) {
                text.append(List.of(logged.getParameters())).append('\n');
            }
            text.append(text(logged.getThrown()));
        }
        return text.toString();
    }

    /** What an exception, its causes and what was suppressed say. */
    static String text(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            text.append(e).append('\n');
            for (Throwable suppressed : e.getSuppressed()) {
                text.append(text(suppressed));
            }
        }
        return text.toString();
    }

    @Override
    public void publish(LogRecord logged) {
        records.add(logged);
    }

    @Override
    public void flush() {
        // nothing is kept back
    }

    @Override
    public void close() {
        LOGGER.removeHandler(this);
        LOGGER.setLevel(before);
    }
}
