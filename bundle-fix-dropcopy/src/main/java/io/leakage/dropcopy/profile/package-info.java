/**
 * What drop copies differ in, as data: a file a profile, read strictly. Knows no FIX library, no session and no order.
 */
package io.leakage.dropcopy.profile;
