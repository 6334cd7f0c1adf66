package dev.autoversion.examples;

import java.io.PrintWriter;
import java.net.BindException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Starts the example site, or prints one of its pages. */
@Command(
    name = "example-site",
    mixinStandardHelpOptions = true,
    versionProvider = ExampleSite.ReleaseVersion.class,
    description = "One site with versioned assets, rendered by each template engine.")
public final class ExampleSite implements Callable<Integer> {
  @Spec private CommandSpec command = CommandSpec.create();

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 is any free one. Default: 8080 or, if taken, a free one.")
  private @Nullable Integer port;

  @Option(
      names = "--render",
      paramLabel = "ENGINE",
      description = "Print one page and exit: ${COMPLETION-CANDIDATES}.")
  private @Nullable Engine engine;

  private ExampleSite() {}

  /**
   * Starts it.
   *
   * @param arguments the command line; {@code --help} explains it
   */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
    int exitCode = commandLine().setOut(out).execute(arguments);
    if (exitCode != 0) {
      System.exit(exitCode);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new ExampleSite())
        .registerConverter(Engine.class, ExampleSite::engine)
        .setExecutionExceptionHandler(ExampleSite::report);
  }

  @Override
  public Integer call() throws Exception {
    SiteFolder folder = SiteFolder.locate();
    PrintWriter out = command.commandLine().getOut();
    if (engine != null) {
      out.print(site(folder).page(engine));
      out.flush();
    } else {
      serve(folder, out);
    }
    return 0;
  }

  private static Site site(SiteFolder folder) {
    return new Site(folder, Site.autoversion(folder).build());
  }

  private void serve(SiteFolder folder, PrintWriter out) throws Exception {
    ScratchFolder scratch = ScratchFolder.create();
    try (scratch;
        SiteServer server = start(site(folder.with(scratch)))) {
      server.afterwards(scratch::close);
      tell(server, scratch, out);
      server.join();
    }
  }

  private void tell(SiteServer server, ScratchFolder scratch, PrintWriter out) {
    out.println(server.url());
    if (port == null && server.url().getPort() != SiteServer.PREFERRED_PORT) {
      out.println(
          "Port 8080 is taken, so this is a free one; -Dexec.args=\"--port 9000\" chooses another.");
    }
    out.println("What you change on the page is written to a copy in " + scratch.path());
    out.println("Ctrl+C stops it. The next start takes seconds; the first has built everything.");
    out.flush();
  }

  private SiteServer start(Site site) throws Exception {
    if (port == null) {
      return SiteServer.start(site);
    }
    if (port < 0 || port > 65_535) {
      throw new ParameterException(command.commandLine(), "--port takes 0 to 65535, not " + port);
    }
    try {
      return SiteServer.start(site, port);
    } catch (BindException e) {
      throw new IllegalStateException(
          "port " + port + " is taken; choose another, or leave --port out for a free one", e);
    }
  }

  private static Engine engine(String name) {
    return Arrays.stream(Engine.values())
        .filter(engine -> engine.path().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "no engine '" + name + "'; there are " + Arrays.toString(Engine.values())));
  }

  private static int report(Exception e, CommandLine commandLine, ParseResult arguments) {
    commandLine.getErr().println(e.getMessage() == null ? e : e.getMessage());
    commandLine.getErr().flush();
    return commandLine.getCommandSpec().exitCodeOnExecutionException();
  }

  /** The version of this build, which it passes as a system property. */
  static final class ReleaseVersion implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"autoversion " + System.getProperty("autoversion.version", "unknown")};
    }
  }
}
