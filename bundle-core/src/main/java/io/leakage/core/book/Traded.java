package io.leakage.core.book;

/** Sums over trades: shares, money as the distance from the tape's {@linkplain PrintTape#reference reference}, shares by aggressor. */
public final class Traded {
    private long volume;
    private long money;
    private long bought;
    private long sold;

    void set(long toVolume, long toMoney, long toBought, long toSold) {
        volume = toVolume;
        money = toMoney;
        bought = toBought;
        sold = toSold;
    }

    /** Makes it equal to another. */
    public void set(Traded other) {
        set(other.volume, other.money, other.bought, other.sold);
    }

    /** Leaves what was traded since another was summed up. */
    public void since(Traded earlier) {
        set(volume - earlier.volume, money - earlier.money, bought - earlier.bought, sold - earlier.sold);
    }

    void subtract(long shares, long value, int aggressor) {
        set(volume - shares, money - value, bought - (aggressor > 0 ? shares : 0), sold - (aggressor < 0 ? shares : 0));
    }

    /** {@return shares} */
    public long volume() {
        return volume;
    }

    /** {@return Σ (p − reference) q in 1e-8} */
    public long money() {
        return money;
    }

    /** {@return shares that buyers took} */
    public long bought() {
        return bought;
    }

    /** {@return shares that sellers took} */
    public long sold() {
        return sold;
    }
}
