/** An application that uses each of our modules. */
module dev.autoversion.examples.modules {
  requires dev.autoversion;
  requires dev.autoversion.check;
  requires dev.autoversion.freemarker;
  requires dev.autoversion.manifest;
  requires dev.autoversion.pebble;
  requires dev.autoversion.servlet;
  requires dev.autoversion.thymeleaf;
  requires com.aayushatharva.brotli4j;
  requires com.github.luben.zstd_jni;
  requires freemarker;
  requires io.pebbletemplates;
  requires jakarta.servlet;
  requires thymeleaf;

  // Engines without a descriptor of their own can't say what they need.
  requires java.desktop;
  requires java.sql;
  requires org.slf4j;
}
