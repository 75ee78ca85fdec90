package io.leakage.itests.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The house, as edges. A new edge is a decision: add it here, in the same commit, or do without it. */
class PackageDirectionTest {
    /** Who may call whom; every other edge, and every edge here that nobody uses, fails the build. */
    private static final List<String> EDGES = List.of(
            "api.desk -> api.event",
            "api.health -> api.event",
            "api.history -> api.score",
            "api.host -> api.score",
            "api.score -> api.event",
            "archive -> api.history",
            "archive -> archive.depot",
            "archive -> com.fasterxml.jackson.core",
            "archive -> org.duckdb",
            "archive -> org.slf4j",
            "archive.depot -> software.amazon.awssdk.awscore.client.builder",
            "archive.depot -> software.amazon.awssdk.core",
            "archive.depot -> software.amazon.awssdk.core.client.builder",
            "archive.depot -> software.amazon.awssdk.core.exception",
            "archive.depot -> software.amazon.awssdk.core.pagination.sync",
            "archive.depot -> software.amazon.awssdk.core.sync",
            "archive.depot -> software.amazon.awssdk.http",
            "archive.depot -> software.amazon.awssdk.http.urlconnection",
            "archive.depot -> software.amazon.awssdk.regions",
            "archive.depot -> software.amazon.awssdk.services.s3",
            "archive.depot -> software.amazon.awssdk.services.s3.model",
            "archive.depot -> software.amazon.awssdk.services.s3.paginators",
            "archive.query -> api.history",
            "archive.query -> api.score",
            "archive.query -> archive",
            "archive.query -> archive.depot",
            "archive.query -> com.fasterxml.jackson.core",
            "archive.query -> org.duckdb",
            "core.audit -> com.fasterxml.jackson.core",
            "core.book -> api.event",
            "core.book -> api.score",
            "core.book -> core.event",
            "core.desk -> api.desk",
            "core.desk -> api.event",
            "core.desk -> com.fasterxml.jackson.core",
            "core.desk -> org.apache.felix.fileinstall",
            "core.desk -> org.osgi.framework",
            "core.desk -> org.osgi.service.cm",
            "core.desk -> org.slf4j",
            "core.engine -> api.event",
            "core.engine -> api.health",
            "core.engine -> api.host",
            "core.engine -> api.score",
            "core.engine -> com.lmax.disruptor",
            "core.engine -> com.lmax.disruptor.dsl",
            "core.engine -> core.audit",
            "core.engine -> core.book",
            "core.engine -> core.event",
            "core.engine -> core.evidence",
            "core.engine -> core.history",
            "core.engine -> core.hook",
            "core.engine -> core.metric",
            "core.engine -> core.order",
            "core.engine -> core.rule",
            "core.engine -> core.rule.json",
            "core.engine -> core.score",
            "core.engine -> core.switching",
            "core.engine -> org.osgi.framework",
            "core.engine -> org.slf4j",
            "core.event -> api.event",
            "core.event -> api.score",
            "core.evidence -> api.event",
            "core.evidence -> api.score",
            "core.evidence -> core.book",
            "core.evidence -> core.event",
            "core.evidence -> core.metric",
            "core.evidence -> core.order",
            "core.history -> core.event",
            "core.hook -> api.host",
            "core.metric -> api.event",
            "core.metric -> api.score",
            "core.metric -> core.book",
            "core.metric -> core.event",
            "core.metric -> core.order",
            "core.order -> api.event",
            "core.order -> api.score",
            "core.order -> core.event",
            "core.rule -> api.event",
            "core.rule -> api.score",
            "core.rule.json -> api.event",
            "core.rule.json -> api.score",
            "core.rule.json -> com.fasterxml.jackson.core",
            "core.rule.json -> core.rule",
            "core.score -> api.event",
            "core.score -> api.score",
            "core.score -> core.event",
            "core.score -> core.evidence",
            "core.score -> net.openhft.chronicle.bytes",
            "core.score -> net.openhft.chronicle.core",
            "core.score -> net.openhft.chronicle.core.io",
            "core.score -> net.openhft.chronicle.core.shutdown",
            "core.score -> net.openhft.chronicle.hash",
            "core.score -> net.openhft.chronicle.hash.locks",
            "core.score -> net.openhft.chronicle.map",
            "core.score -> org.slf4j",
            "core.switching -> api.event",
            "core.switching -> api.score",
            "core.switching -> core.event",
            "core.switching -> core.evidence",
            "core.switching -> core.order",
            "core.switching -> core.rule",
            "core.tail -> api.event",
            "core.tail -> api.health",
            "core.tail -> api.history",
            "core.tail -> api.score",
            "core.tail -> core.book",
            "core.tail -> core.engine",
            "core.tail -> core.event",
            "core.tail -> core.history",
            "core.tail -> core.switching",
            "core.tail -> org.slf4j",
            "dropcopy.fix -> api.event",
            "dropcopy.fix -> api.health",
            "dropcopy.fix -> api.host",
            "dropcopy.fix -> api.score",
            "dropcopy.fix -> dropcopy.profile",
            "dropcopy.fix -> org.apache.mina.core.buffer",
            "dropcopy.fix -> org.apache.mina.core.filterchain",
            "dropcopy.fix -> org.apache.mina.core.future",
            "dropcopy.fix -> org.apache.mina.core.session",
            "dropcopy.fix -> org.apache.mina.filter",
            "dropcopy.fix -> org.apache.mina.filter.codec",
            "dropcopy.fix -> org.apache.mina.filter.ssl",
            "dropcopy.fix -> org.quickfixj",
            "dropcopy.fix -> org.slf4j",
            "dropcopy.fix -> quickfix",
            "dropcopy.fix -> quickfix.field",
            "dropcopy.fix -> quickfix.mina",
            "dropcopy.fix -> quickfix.mina.acceptor",
            "dropcopy.fix -> quickfix.mina.message",
            "dropcopy.order -> api.event",
            "dropcopy.order -> api.host",
            "dropcopy.order -> api.score",
            "dropcopy.order -> dropcopy.fix",
            "dropcopy.order -> org.slf4j",
            "example -> api.host",
            "flink -> api.history",
            "flink -> com.fasterxml.jackson.core",
            "flink -> core.engine",
            "flink -> core.evidence",
            "flink -> core.history",
            "flink -> core.tail",
            "flink -> org.apache.flink.api.common",
            "flink -> org.apache.flink.api.common.eventtime",
            "flink -> org.apache.flink.api.common.functions",
            "flink -> org.apache.flink.api.common.serialization",
            "flink -> org.apache.flink.api.common.state",
            "flink -> org.apache.flink.api.common.typeinfo",
            "flink -> org.apache.flink.api.connector.sink2",
            "flink -> org.apache.flink.api.connector.source",
            "flink -> org.apache.flink.api.java.functions",
            "flink -> org.apache.flink.api.java.tuple",
            "flink -> org.apache.flink.configuration",
            "flink -> org.apache.flink.connector.file.sink",
            "flink -> org.apache.flink.connector.kafka.source",
            "flink -> org.apache.flink.connector.kafka.source.enumerator.initializer",
            "flink -> org.apache.flink.connector.kafka.source.reader.deserializer",
            "flink -> org.apache.flink.core.execution",
            "flink -> org.apache.flink.core.fs",
            "flink -> org.apache.flink.core.io",
            "flink -> org.apache.flink.metrics",
            "flink -> org.apache.flink.metrics.groups",
            "flink -> org.apache.flink.runtime.execution",
            "flink -> org.apache.flink.runtime.minicluster",
            "flink -> org.apache.flink.runtime.state",
            "flink -> org.apache.flink.streaming.api",
            "flink -> org.apache.flink.streaming.api.checkpoint",
            "flink -> org.apache.flink.streaming.api.datastream",
            "flink -> org.apache.flink.streaming.api.environment",
            "flink -> org.apache.flink.streaming.api.functions",
            "flink -> org.apache.flink.streaming.api.functions.sink.filesystem",
            "flink -> org.apache.flink.streaming.api.functions.sink.filesystem.rollingpolicies",
            "flink -> org.apache.flink.util",
            "flink -> org.apache.kafka.clients.admin",
            "flink -> org.apache.kafka.clients.consumer",
            "flink -> org.apache.kafka.clients.producer",
            "flink -> org.apache.kafka.common",
            "flink -> org.apache.kafka.common.errors",
            "flink -> org.apache.kafka.common.serialization",
            "flink -> org.slf4j",
            "health -> api.desk",
            "health -> api.event",
            "health -> api.health",
            "health -> api.score",
            "health -> org.apache.felix.hc.api",
            "health -> org.osgi.framework",
            "ilp -> api.history",
            "kafka -> api.event",
            "kafka -> api.history",
            "kafka -> org.apache.kafka.clients.admin",
            "kafka -> org.apache.kafka.clients.consumer",
            "kafka -> org.apache.kafka.clients.producer",
            "kafka -> org.apache.kafka.common",
            "kafka -> org.apache.kafka.common.errors",
            "kafka -> org.apache.kafka.common.header",
            "kafka -> org.apache.kafka.common.header.internals",
            "kafka -> org.apache.kafka.common.serialization",
            "kafka -> org.osgi.framework",
            "kafka -> org.slf4j",
            "kdb -> api.history",
            "kdb -> com.kx",
            "kdb -> org.osgi.framework",
            "marketdata.feed -> api.event",
            "marketdata.feed -> api.health",
            "marketdata.feed -> io.airlift.compress.zstd",
            "marketdata.feed -> marketdata.time",
            "marketdata.feed -> marketdata.wire",
            "marketdata.feed -> org.slf4j",
            "marketdata.time -> api.event",
            "marketdata.time -> api.health",
            "marketdata.time -> com.sun.jna",
            "marketdata.time -> org.osgi.framework",
            "marketdata.time -> org.slf4j",
            "ui.archive -> api.event",
            "ui.archive -> api.score",
            "ui.archive -> org.slf4j",
            "ui.archive -> ui.card",
            "ui.archive -> ui.column",
            "ui.archive -> ui.text",
            "ui.card -> api.event",
            "ui.card -> api.score",
            "ui.card -> ui.text",
            "ui.column -> api.desk",
            "ui.column -> api.event",
            "ui.column -> api.host",
            "ui.column -> api.score",
            "ui.column -> org.osgi.framework",
            "ui.column -> org.slf4j",
            "ui.column -> ui.text",
            "ui.console -> api.score",
            "ui.console -> ui.league",
            "ui.console -> ui.text",
            "ui.course -> api.event",
            "ui.course -> api.host",
            "ui.course -> api.score",
            "ui.javafx -> api.host",
            "ui.javafx -> javafx.application",
            "ui.javafx -> javafx.beans.property",
            "ui.javafx -> javafx.beans.value",
            "ui.javafx -> javafx.collections",
            "ui.javafx -> javafx.event",
            "ui.javafx -> javafx.geometry",
            "ui.javafx -> javafx.scene.control",
            "ui.javafx -> javafx.stage",
            "ui.javafx -> javafx.util",
            "ui.javafx -> ui.text",
            "ui.jface -> api.host",
            "ui.jface -> ca.odell.glazedlists",
            "ui.jface -> ca.odell.glazedlists.gui",
            "ui.jface -> ca.odell.glazedlists.util.concurrent",
            "ui.jface -> org.eclipse.jface.viewers",
            "ui.jface -> org.eclipse.swt",
            "ui.jface -> org.eclipse.swt.graphics",
            "ui.jface -> org.eclipse.swt.widgets",
            "ui.jface -> ui.text",
            "ui.league -> api.event",
            "ui.league -> api.score",
            "ui.text -> api.desk",
            "ui.text -> api.event",
            "ui.text -> api.health",
            "ui.text -> api.host",
            "ui.text -> api.score",
            "ui.text -> com.fasterxml.jackson.core",
            "ui.text -> ui.course",
            "ui.text -> ui.league",
            "ui.web -> api.desk",
            "ui.web -> api.event",
            "ui.web -> api.health",
            "ui.web -> api.host",
            "ui.web -> api.score",
            "ui.web -> jakarta.servlet",
            "ui.web -> jakarta.servlet.http",
            "ui.web -> org.osgi.framework",
            "ui.web -> org.osgi.service.cm",
            "ui.web -> org.slf4j",
            "ui.web -> ui.card",
            "ui.web -> ui.course",
            "ui.web -> ui.league",
            "ui.web -> ui.text");

    private static Set<String> edges;

    @BeforeAll
    static void askJdeps() {
        edges = House.packageEdges();
    }

    @Test
    void everyEdgeIsOnTheList() {
        Set<String> tooMany = new TreeSet<>(edges);
        EDGES.forEach(tooMany::remove);

        assertEquals(Set.of(), tooMany, "edges nobody decided on");
    }

    @Test
    void everyEdgeOfTheListIsThere() {
        Set<String> tooFew = new TreeSet<>(EDGES);
        tooFew.removeAll(edges);

        assertEquals(Set.of(), tooFew, "edges on the list that no class uses any more");
    }

    @Test
    void noPackageReachesItself() {
        TreeMap<String, Set<String>> callees = new TreeMap<>();
        for (String edge : edges) {
            String[] ends = edge.split(" -> ");
            callees.computeIfAbsent(ends[0], any -> new TreeSet<>()).add(ends[1]);
        }
        List<String> cycles = new ArrayList<>();
        for (String start : callees.keySet()) {
            if (reachable(start, callees).contains(start)) {
                cycles.add(start);
            }
        }

        assertEquals(List.of(), cycles, "packages on a cycle");
    }

    private static Set<String> reachable(String start, TreeMap<String, Set<String>> callees) {
        Set<String> seen = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(start));
        while (!open.isEmpty()) {
            for (String callee : callees.getOrDefault(open.remove(open.size() - 1), Set.of())) {
                if (seen.add(callee)) {
                    open.add(callee);
                }
            }
        }
        return seen;
    }
}
