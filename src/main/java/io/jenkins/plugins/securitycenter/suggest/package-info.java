/** What forms can offer of a server, read with the account that they would use. Nothing of Jenkins in here. */
package io.jenkins.plugins.securitycenter.suggest;
