/** What assistants may ask about records. Independent of the plugin through which they ask. */
package io.jenkins.plugins.securitycenter.assistant;
