package com.codahale.metrics;

public class Counter implements Metric {
    public native void inc();
}
