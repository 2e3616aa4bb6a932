package net.sf.json;

public final class JSONObject {
    public JSONObject() {}

    public native boolean isNullObject();

    public native Object opt(String key);

    public native Object put(String key, Object value);

    public native Object remove(String key);
}
