/** Pipeline steps. Each step declares its parameters, form and help, which the freestyle builders reuse. */
package io.jenkins.plugins.securitycenter.step;
