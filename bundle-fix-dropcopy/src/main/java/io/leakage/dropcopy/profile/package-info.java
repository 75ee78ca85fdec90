/**
 * What drop copies differ in, as data: a file a profile, read strictly. For who reads drop copies ({@code dropcopy.fix}), and for who
 * writes a profile of their own. Knows no FIX library, no session and no order.
 */
package io.leakage.dropcopy.profile;
