package io.leakage.core.book;

class NaiveL3BooksTest extends BooksContract {
    @Override
    Books emptyBooks() {
        return new NaiveL3Books();
    }
}
