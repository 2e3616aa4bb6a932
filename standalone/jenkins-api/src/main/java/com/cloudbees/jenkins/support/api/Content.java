package com.cloudbees.jenkins.support.api;

import java.io.IOException;
import java.io.OutputStream;

public abstract class Content {
    protected Content(String name) {}

    public abstract void writeTo(OutputStream os) throws IOException;
}
