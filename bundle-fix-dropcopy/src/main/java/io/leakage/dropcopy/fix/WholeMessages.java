package io.leakage.dropcopy.fix;

import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.filter.codec.ProtocolCodecFactory;
import org.apache.mina.filter.codec.ProtocolDecoder;
import org.apache.mina.filter.codec.ProtocolDecoderAdapter;
import org.apache.mina.filter.codec.ProtocolDecoderOutput;
import org.apache.mina.filter.codec.ProtocolEncoder;
import org.quickfixj.CharsetSupport;
import quickfix.mina.message.FIXProtocolCodecFactory;

/**
 * Stands in QuickFIX/J's decoder's place behind {@link FrameGate}, which has cut and checked the messages already. QuickFIX/J's would look
 * for their ends once more, and at level DEBUG log every message, a logon with its password as well.
 */
final class WholeMessages extends ProtocolDecoderAdapter implements ProtocolCodecFactory {
    @Override
    public void decode(IoSession connection, IoBuffer message, ProtocolDecoderOutput out) {
        byte[] bytes = new byte[message.remaining()];
        message.get(bytes);
        out.write(new String(bytes, CharsetSupport.getCharsetInstance()));
    }

    @Override
    public ProtocolDecoder getDecoder(IoSession connection) {
        return this;
    }

    @Override
    public ProtocolEncoder getEncoder(IoSession connection) throws Exception {
        return new FIXProtocolCodecFactory().getEncoder(connection);
    }
}
