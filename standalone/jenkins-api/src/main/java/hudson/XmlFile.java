package hudson;

public final class XmlFile {
    XmlFile() {}

    public native boolean exists();
}
