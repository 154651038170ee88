/** The users, as columns. */
package greenlight.market.users;
