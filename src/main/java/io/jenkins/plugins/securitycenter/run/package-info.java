/** What a step or builder does when it runs, without knowing which of the two it is. */
package io.jenkins.plugins.securitycenter.run;
