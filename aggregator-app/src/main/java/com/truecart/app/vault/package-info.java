/** Encrypts secrets and personal data at rest. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.truecart.app.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
