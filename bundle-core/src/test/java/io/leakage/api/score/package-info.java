/** The catalogue of measures: its formulas can be read, and mean what they say. */
package io.leakage.api.score;
