/** What the host's values refuse. */
package io.leakage.api.host;
