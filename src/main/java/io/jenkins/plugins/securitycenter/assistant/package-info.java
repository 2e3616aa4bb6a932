/** What assistants may ask about records. Independent of the plugin through which they ask. */
@NullMarked
package io.jenkins.plugins.securitycenter.assistant;

import org.jspecify.annotations.NullMarked;
