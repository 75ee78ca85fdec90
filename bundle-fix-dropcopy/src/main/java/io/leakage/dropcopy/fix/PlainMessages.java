package io.leakage.dropcopy.fix;

import quickfix.Group;
import quickfix.Message;
import quickfix.MessageFactory;
import quickfix.field.BeginString;
import quickfix.field.MsgType;

/** Makes messages without generated classes and so without looking for any by class loader. */
final class PlainMessages implements MessageFactory {
    @Override
    public Message create(String beginString, String msgType) {
        Message message = new Message();
        message.getHeader().setString(BeginString.FIELD, beginString);
        message.getHeader().setString(MsgType.FIELD, msgType);
        return message;
    }

    @Override
    public Group create(String beginString, String msgType, int numberOfEntries) {
        return null;
    }
}
