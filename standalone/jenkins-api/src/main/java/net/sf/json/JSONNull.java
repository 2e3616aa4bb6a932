package net.sf.json;

public final class JSONNull implements JSON {
    private static final long serialVersionUID = 1L;
    private static final JSONNull NULL = new JSONNull();

    private JSONNull() {}

    public static JSONNull getInstance() {
        return NULL;
    }

    @Override
    public String toString() {
        return "null";
    }
}
