package dev.autoversion.examples.servers;

import dev.autoversion.Autoversion;

/** All servers; one more is one more line. */
enum Servers {
  JDK(autoversion -> new JdkServer(autoversion).start(0)),
  JAVALIN(autoversion -> new JavalinServer(autoversion).start(0)),
  VERTX(autoversion -> new VertxServer(autoversion).start(0)),
  MICRONAUT(autoversion -> new MicronautServer(autoversion).start(0)),
  JOOBY(autoversion -> new JoobyServer(autoversion).start(0)),
  DROPWIZARD(autoversion -> new DropwizardServer(autoversion).start(0)),
  /** Needs Java 21, as which nothing here is compiled. */
  HELIDON(Helidon::start);

  private final Program program;

  Servers(Program program) {
    this.program = program;
  }

  boolean runsHere() {
    return this != HELIDON || Runtime.version().feature() >= 21;
  }

  RunningServer start(Autoversion autoversion) throws Exception {
    return program.start(autoversion);
  }

  /** Starts on a free port. */
  private interface Program {
    RunningServer start(Autoversion autoversion) throws Exception;
  }
}
