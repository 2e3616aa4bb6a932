/** Strings for users and files: messages, file names, numbers and words that users enter. Independent of Jenkins. */
@NullMarked
package io.jenkins.plugins.securitycenter.text;

import org.jspecify.annotations.NullMarked;
