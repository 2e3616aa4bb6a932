package com.codahale.metrics;

public class Meter implements Metric {
    public native void mark(long n);
}
