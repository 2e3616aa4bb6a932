/** Extensions for optional plugins. No other package refers to a class of this one, which may fail to load. */
package io.jenkins.plugins.securitycenter.integration;
