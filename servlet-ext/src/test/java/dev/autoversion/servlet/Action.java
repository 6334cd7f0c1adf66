package dev.autoversion.servlet;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** A servlet in one expression; written out for what it does. */
@FunctionalInterface
interface Action {
  void run(HttpServletRequest request, HttpServletResponse response)
      throws IOException, ServletException;
}
