import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Requests per second of two servers, in turns: {@code java Rate.java /owners PORT PID PORT PID}.
 * The two share the machine with nobody but this client, which is the same for both.
 */
public final class Rate {
  private static final int CLIENTS = 2;
  private static final long SECOND = 1_000_000_000L;

  private record Server(String path, int port, long pid) {
    long cpu() {
      return ProcessHandle.of(pid).orElseThrow().info().totalCpuDuration().orElseThrow().toNanos();
    }

    int ask(long until) throws IOException {
      int answers = 0;
      while (System.nanoTime() < until) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
          socket.setTcpNoDelay(true);
          answers += ask(socket, until);
        }
      }
      return answers;
    }

    /** Asks as long as the server keeps the connection: Tomcat ends it after 100 answers. */
    private int ask(Socket socket, long until) throws IOException {
      byte[] request =
          ("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
              .getBytes(StandardCharsets.US_ASCII);
      OutputStream out = socket.getOutputStream();
      InputStream in = socket.getInputStream();
      byte[] buffer = new byte[1 << 16];
      int answers = 0;
      for (boolean kept = true; kept && System.nanoTime() < until; answers++) {
        out.write(request);
        kept = !answer(in, buffer).contains("\r\nConnection: close\r\n");
      }
      return answers;
    }

    /** Pages come in chunks, so that the last five bytes are their end. */
    private static String answer(InputStream in, byte[] buffer) throws IOException {
      int length = 0;
      while (length < 5 || !text(buffer, length - 5, 5).equals("0\r\n\r\n")) {
        int read = in.read(buffer, length, buffer.length - length);
        if (read <= 0) {
          throw new IOException("no whole answer: " + text(buffer, 0, length));
        }
        length += read;
      }
      String head = text(buffer, 0, Math.min(length, 400));
      if (!head.startsWith("HTTP/1.1 200") || !head.contains("\r\nTransfer-Encoding: chunked")) {
        throw new IOException("no page in chunks: " + head);
      }
      return head;
    }

    private static String text(byte[] bytes, int from, int length) {
      return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
  }

  private record Round(double perSecond, double cpuMicros) {}

  private static Round round(Server server, long seconds, ExecutorService clients)
      throws Exception {
    long cpu = server.cpu();
    long began = System.nanoTime();
    List<Future<Integer>> asked = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      asked.add(clients.submit(() -> server.ask(began + seconds * SECOND)));
    }
    int answers = 0;
    for (Future<Integer> each : asked) {
      answers += each.get();
    }
    double took = (System.nanoTime() - began) / (double) SECOND;
    return new Round(answers / took, (server.cpu() - cpu) / 1000.0 / answers);
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  public static void main(String[] args) throws Exception {
    Server without = new Server(args[0], Integer.parseInt(args[1]), Long.parseLong(args[2]));
    Server with = new Server(args[0], Integer.parseInt(args[3]), Long.parseLong(args[4]));
    int rounds = args.length > 5 ? Integer.parseInt(args[5]) : 9;
    ExecutorService clients =
        Executors.newFixedThreadPool(
            CLIENTS,
            work -> {
              Thread thread = new Thread(work);
              thread.setDaemon(true); // Else a failure would not end the program.
              return thread;
            });
    for (int i = 0; i < 3; i++) { // Until the JITs are done.
      round(without, 4, clients);
      round(with, 4, clients);
    }
    double[] rates = new double[rounds];
    double[] cpus = new double[rounds];
    for (int i = 0; i < rounds; i++) {
      Round first = round(without, 3, clients);
      Round second = round(with, 3, clients);
      rates[i] = second.perSecond() / first.perSecond();
      cpus[i] = second.cpuMicros() / first.cpuMicros();
      System.out.printf(
          Locale.ROOT,
          "without %.0f/s, %.0f us of CPU each; with %.0f/s, %.0f us%n",
          first.perSecond(),
          first.cpuMicros(),
          second.perSecond(),
          second.cpuMicros());
    }
    System.out.printf(
        Locale.ROOT,
        "with / without, median of %d: requests %.3f (budget 0.95), CPU %.3f%n",
        rounds,
        median(rates),
        median(cpus));
  }
}
