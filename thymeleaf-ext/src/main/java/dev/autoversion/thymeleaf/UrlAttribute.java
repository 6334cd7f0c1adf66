package dev.autoversion.thymeleaf;

import dev.autoversion.page.Srcset;
import java.util.function.UnaryOperator;

/** The attributes that name assets. */
enum UrlAttribute {
  HREF("href"),
  SRC("src"),
  POSTER("poster"),
  SRCSET("srcset") {
    @Override
    String map(String value, UnaryOperator<String> change) {
      return Srcset.map(value, change);
    }
  };

  final String label;

  UrlAttribute(String label) {
    this.label = label;
  }

  /** The value with each URL in it changed. */
  String map(String value, UnaryOperator<String> change) {
    return change.apply(value);
  }
}
