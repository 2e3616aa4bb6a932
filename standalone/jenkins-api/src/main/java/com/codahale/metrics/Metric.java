package com.codahale.metrics;

public interface Metric {}
