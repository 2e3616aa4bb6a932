package com.codahale.metrics;

@FunctionalInterface
public interface Gauge<T> extends Metric {
    T getValue();
}
