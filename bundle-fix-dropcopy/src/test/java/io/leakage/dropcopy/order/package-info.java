/** What the cancel/replace hook sends, refuses and makes of what it hears. */
package io.leakage.dropcopy.order;
