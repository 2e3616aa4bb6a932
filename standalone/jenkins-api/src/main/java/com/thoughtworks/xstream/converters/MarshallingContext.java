package com.thoughtworks.xstream.converters;

public interface MarshallingContext extends DataHolder {}
