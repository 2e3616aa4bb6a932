/** The global configuration: servers and the lookup of credentials. */
@NullMarked
package io.jenkins.plugins.securitycenter.config;

import org.jspecify.annotations.NullMarked;
