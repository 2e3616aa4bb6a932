package jenkins.management;

public class Badge {
    public enum Severity {
        DANGER,
        WARNING,
        INFO
    }

    public Badge(String text, String tooltip, Severity severity) {}

    public native String getText();

    public native String getTooltip();

    public native String getSeverity();
}
