package com.thoughtworks.xstream.io;

import java.util.Iterator;

public abstract class ReaderWrapper implements HierarchicalStreamReader {
    protected HierarchicalStreamReader wrapped;

    protected ReaderWrapper(HierarchicalStreamReader reader) {
        wrapped = reader;
    }

    @Override
    public boolean hasMoreChildren() {
        return wrapped.hasMoreChildren();
    }

    @Override
    public void moveDown() {
        wrapped.moveDown();
    }

    @Override
    public void moveUp() {
        wrapped.moveUp();
    }

    @Override
    public String getNodeName() {
        return wrapped.getNodeName();
    }

    @Override
    public String getValue() {
        return wrapped.getValue();
    }

    @Override
    public String getAttribute(String name) {
        return wrapped.getAttribute(name);
    }

    @Override
    public Iterator getAttributeNames() {
        return wrapped.getAttributeNames();
    }
}
