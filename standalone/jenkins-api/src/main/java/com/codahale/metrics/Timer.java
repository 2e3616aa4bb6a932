package com.codahale.metrics;

import java.time.Duration;

public class Timer implements Metric {
    public native void update(Duration duration);
}
