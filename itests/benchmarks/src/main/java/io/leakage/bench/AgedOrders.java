package io.leakage.bench;

import java.util.ArrayList;
import java.util.List;

/** Numbers of live orders, oldest first, in blocks, so that the n-th newest is found and taken out without moving all the others. */
final class AgedOrders {
    private static final int BLOCK = 1024;

    private static final class Block {
        private final int[] orders = new int[BLOCK];
        private int count;
    }

    private final List<Block> blocks = new ArrayList<>(List.of(new Block()));
    private int size;

    /** {@return how many live} */
    int size() {
        return size;
    }

    /** Adds the newest. */
    void add(int order) {
        Block last = blocks.get(blocks.size() - 1);
        if (last.count == BLOCK) {
            last = new Block();
            blocks.add(last);
        }
        last.orders[last.count++] = order;
        size++;
    }

    /** Takes out the order so many places behind the newest (0). {@return its number} */
    int take(int behindNewest) {
        int index = blocks.size() - 1;
        int left = behindNewest;
        while (left >= blocks.get(index).count) {
            left -= blocks.get(index--).count;
        }
        Block block = blocks.get(index);
        int place = block.count - 1 - left;
        int order = block.orders[place];
        System.arraycopy(block.orders, place + 1, block.orders, place, left);
        block.count--;
        size--;
        merge(block, index);
        return order;
    }

    /** {@return the order so many places behind the newest (0)} */
    int at(int behindNewest) {
        int index = blocks.size() - 1;
        int left = behindNewest;
        while (left >= blocks.get(index).count) {
            left -= blocks.get(index--).count;
        }
        Block block = blocks.get(index);
        return block.orders[block.count - 1 - left];
    }

    private void merge(Block block, int index) {
        if (index > 0 && index < blocks.size() - 1 && block.count + blocks.get(index - 1).count <= BLOCK / 2) {
            Block older = blocks.get(index - 1);
            System.arraycopy(block.orders, 0, older.orders, older.count, block.count);
            older.count += block.count;
            blocks.remove(index);
        }
    }
}
