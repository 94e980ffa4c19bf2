/** Pages of claims, for shoppers and for the desk. */
@NullMarked
package com.truecart.app.aftersales.web;

import org.jspecify.annotations.NullMarked;
