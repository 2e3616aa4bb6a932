package com.cloudbees.jenkins.support.api;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;

public abstract class PrintedContent extends GenerateOnDemandContent {
    public PrintedContent(String name) {
        super(name);
    }

    @Override
    public final native void writeTo(OutputStream os) throws IOException;

    protected abstract void printTo(PrintWriter out) throws IOException;
}
