/** Finds references in templates that have nothing behind them. */
module dev.autoversion.check {
  requires transitive dev.autoversion;
  requires static org.jspecify;

  exports dev.autoversion.check;
}
