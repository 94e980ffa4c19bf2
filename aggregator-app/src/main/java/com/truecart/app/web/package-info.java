/** Layout, security, languages and error pages; controllers live in the features. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.truecart.app.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
