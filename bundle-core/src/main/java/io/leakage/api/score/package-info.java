/**
 * What comes out: the catalogue of measures, rows of scores, and the service that reads them. The core implements it; columns,
 * pages and command lines read it. Nothing here changes a score. Reading a row never waits; evidence cards and who was asked for quotes
 * are asked of the pipeline, and may take three seconds.
 */
@Export
@Version("1.0.0")
package io.leakage.api.score;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
