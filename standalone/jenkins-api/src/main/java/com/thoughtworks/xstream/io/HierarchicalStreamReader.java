package com.thoughtworks.xstream.io;

import java.util.Iterator;

public interface HierarchicalStreamReader {
    boolean hasMoreChildren();

    void moveDown();

    void moveUp();

    String getNodeName();

    String getValue();

    String getAttribute(String name);

    Iterator getAttributeNames();
}
