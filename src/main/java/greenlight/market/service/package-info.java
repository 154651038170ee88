/** What vendors sell in a quarter: clips to users, GPU-hours to enterprises. */
package greenlight.market.service;
