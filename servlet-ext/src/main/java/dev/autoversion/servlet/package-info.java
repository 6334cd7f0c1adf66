/** Serves versioned URLs of static assets on any Jakarta Servlet container. */
@NullMarked
package dev.autoversion.servlet;

import org.jspecify.annotations.NullMarked;
