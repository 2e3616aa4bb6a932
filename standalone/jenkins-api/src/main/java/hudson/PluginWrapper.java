package hudson;

public class PluginWrapper {
    PluginWrapper() {}

    public native String getVersion();
}
