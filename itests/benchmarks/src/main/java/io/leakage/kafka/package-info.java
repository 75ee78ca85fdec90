/** What the topics' own classes must be asked for: how many bytes a record takes in a topic. */
package io.leakage.kafka;
