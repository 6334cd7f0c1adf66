package dev.autoversion.servlet;

import java.io.IOException;
import java.util.stream.Stream;

/** The servers that the tests run on; which of them is told by the build. */
enum Container {
  JETTY_EE10 {
    @Override
    Running start(Site site) throws Exception {
      return JettyEe10.start(site);
    }
  },
  JETTY_EE11 {
    @Override
    Running start(Site site) throws Exception {
      return JettyEe11.start(site);
    }
  },
  TOMCAT {
    @Override
    Running start(Site site) throws Exception {
      return TomcatServer.start(site);
    }
  },
  UNDERTOW {
    @Override
    Running start(Site site) throws Exception {
      return UndertowServer.start(site);
    }
  };

  abstract Running start(Site site) throws Exception;

  static Stream<Container> all() {
    return Stream.of(System.getProperty("containers", "JETTY_EE11,TOMCAT").split(","))
        .map(Container::valueOf);
  }

  /** How a server is stopped. */
  @FunctionalInterface
  interface Stop {
    void run() throws Exception;
  }

  /** A server that runs. */
  record Running(int port, Stop stop) implements AutoCloseable {
    Answer get(String target, String... headers) throws IOException {
      return send("GET", target, headers);
    }

    /** Sends one request and reads the answer to its end. */
    Answer send(String method, String target, String... headers) throws IOException {
      return Answer.of(port, method, target, headers);
    }

    @Override
    public void close() {
      try {
        stop.run();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
