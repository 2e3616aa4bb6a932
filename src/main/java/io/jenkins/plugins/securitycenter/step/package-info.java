/** Pipeline steps. Each declares its parameters, with their form and help; freestyle builders show the same form. */
package io.jenkins.plugins.securitycenter.step;
