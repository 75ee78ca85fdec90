package io.leakage.bench;

import com.paritytrading.philadelphia.FIXConfig;
import com.paritytrading.philadelphia.FIXMessage;
import com.paritytrading.philadelphia.FIXMessageParser;
import com.paritytrading.philadelphia.FIXTimestamp;
import com.paritytrading.philadelphia.FIXValue;
import com.paritytrading.philadelphia.FIXVersion;
import io.leakage.api.event.OrderMessage;
import io.leakage.dropcopy.fix.FixScan;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import quickfix.FieldNotFound;
import quickfix.InvalidMessage;
import quickfix.Message;

/**
 * Sixteen fields out of raw execution reports, which lie one behind the other as a log has them, one thread: MsgSeqNum, SendingTime,
 * TransactTime, ClOrdID, OrderID, ExecID, Symbol, Side, OrdStatus, ExecType, OrderQty, LastQty, LastPx, CumQty, LeavesQty, AvgPx. Nobody
 * checks the sum: the session has done so. Ours reads some ten more, as it always does, and prices exactly.
 */
final class FixScanBenchmark implements Benchmark {
    private static final int REPORTS = Integer.getInteger("reports", 20_000);

    /** Where each begins, and where the last ends. */
    private final int[] begins = new int[REPORTS + 1];
    private byte[] bytes = {};
    private ByteBuffer all = ByteBuffer.allocate(0);
    private final FixScan scan = new FixScan(FixScan.DEFAULT_PARENT_TAG, false);
    private final OrderMessage message = new OrderMessage();
    private final FIXTimestamp timestamp = new FIXTimestamp();
    private final FIXMessageParser parser = new FIXMessageParser(new FIXConfig.Builder().setVersion(FIXVersion.FIX_4_4)
            .setCheckSumEnabled(false).setMaxFieldCount(64).build(), this::take);
    private double sum;

    @Override
    public String name() {
        return "fixscan";
    }

    @Override
    public Report run() throws Exception {
        prepare();
        Report report = new Duel(name(), "message")
                .contestant("Philadelphia", this::philadelphia)
                .contestant("QuickFIX/J", this::quickFix)
                .contestant("ours", this::ours, null, Goal.atMost(0))
                .ratio("ours", Goal.atMost(0.6))
                .run();
        if (!(sum > 0)) {
            throw new IllegalStateException("nothing was read");
        }
        return report.figure("ours / QuickFIX/J", "×", report.value("ours", "CPU ns/message") / report.value("QuickFIX/J",
                "CPU ns/message"), Goal.atMost(0.1));
    }

    private void prepare() {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        for (int i = 0; i < REPORTS; i++) {
            log.writeBytes(ReportStream.message(i % 100 == 0 ? 1 : i % 101 == 0 ? 2 : i, false));
            begins[i + 1] = log.size();
        }
        bytes = log.toByteArray();
        all = ByteBuffer.wrap(bytes);
        all.position(bytes.length);
    }

    private long ours() {
        for (int i = 0; i < REPORTS; i++) {
            if (scan.scan(bytes, begins[i], begins[i + 1] - begins[i], message) != FixScan.Outcome.ORDER) {
                throw new IllegalStateException(scan.problem());
            }
            sum += message.msgSeqNum + message.sendingNanos + message.transactNanos + message.clOrdId + message.orderId + message.execId
                    + message.symbol + message.side.ordinal() + message.ordStatus + message.execType + message.orderQty + message.lastQty
                    + message.lastPx + message.cumQty + message.leavesQty + message.avgPx;
        }
        return REPORTS;
    }

    private long philadelphia() throws Exception {
        all.flip();
        while (parser.parse(all)) {
            continue;
        }
        all.limit(all.capacity()).position(all.capacity());
        return REPORTS;
    }

    private void take(FIXMessage report) {
        sum += report.getMsgSeqNum() + time(report.valueOf(52)) + time(report.valueOf(60)) + report.valueOf(11).length()
                + report.valueOf(37).length() + report.valueOf(17).length() + report.valueOf(55).length() + report.valueOf(54).asChar()
                + report.valueOf(39).asChar() + report.valueOf(150).asChar() + report.valueOf(38).asInt() + report.valueOf(32).asInt()
                + report.valueOf(31).asFloat() + report.valueOf(14).asInt() + report.valueOf(151).asInt() + report.valueOf(6).asFloat();
    }

    private long time(FIXValue value) {
        value.asTimestamp(timestamp);
        return timestamp.getEpochMilli();
    }

    private long quickFix() throws InvalidMessage, FieldNotFound {
        for (int i = 0; i < REPORTS; i++) {
            Message report = new Message(new String(bytes, begins[i], begins[i + 1] - begins[i], StandardCharsets.ISO_8859_1), false);
            sum += report.getHeader().getInt(34) + report.getHeader().getUtcTimeStamp(52).getNano() + report.getUtcTimeStamp(60).getNano()
                    + report.getString(11).length() + report.getString(37).length() + report.getString(17).length()
                    + report.getString(55).length() + report.getChar(54) + report.getChar(39) + report.getChar(150) + report.getInt(38)
                    + report.getInt(32) + report.getDouble(31) + report.getInt(14) + report.getInt(151) + report.getDouble(6);
        }
        return REPORTS;
    }
}
