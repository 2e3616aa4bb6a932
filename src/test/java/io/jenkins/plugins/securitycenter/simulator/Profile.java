package io.jenkins.plugins.securitycenter.simulator;

/** The server versions whose differences the simulator shows. */
public enum Profile {
    /** 5.8.0: no API keys, {@code /system} open with its version, {@code SecurityCenter} response header. */
    V5_8("5.8.0"),
    /** 5.20.0: API keys, no version before login, {@code SameSite=Strict} cookies. */
    V5_20("5.20.0"),
    /** 6.7.0: as 5.20, {@code scanID} only inside {@code query}, repository rights checked, {@code uuid} fields. */
    V6_7("6.7.0");

    private final String version;

    Profile(String version) {
        this.version = version;
    }

    /** The text of {@code version} in {@code /system}. */
    public String version() {
        return version;
    }

    boolean sendsVersionHeader() {
        return this == V5_8;
    }

    boolean hidesVersionBeforeLogin() {
        return this != V5_8;
    }

    boolean knowsApiKeys() {
        return this != V5_8;
    }

    boolean isSix() {
        return this == V6_7;
    }
}
