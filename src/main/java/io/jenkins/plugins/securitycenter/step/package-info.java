/** Pipeline steps. Each step declares its parameters, form and help, which the freestyle builders reuse. */
@NullMarked
package io.jenkins.plugins.securitycenter.step;

import org.jspecify.annotations.NullMarked;
