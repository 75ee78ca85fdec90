/** Profiles as files, read strictly. */
package io.leakage.dropcopy.profile;
