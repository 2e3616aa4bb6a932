/** Extensions for optional plugins. No other package refers to a class of this one, which may fail to load. */
@NullMarked
package io.jenkins.plugins.securitycenter.integration;

import org.jspecify.annotations.NullMarked;
