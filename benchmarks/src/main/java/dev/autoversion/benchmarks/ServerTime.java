package dev.autoversion.benchmarks;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The processor time that a server's threads took; the client's is not in it, nor any waiting. */
final class ServerTime {
  private static final String NAME = "served";
  private static final String TOMCAT = "http-nio-";
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private ServerTime() {}

  /** Threads whose time is counted. */
  static QueuedThreadPool threads() {
    QueuedThreadPool threads = new QueuedThreadPool();
    threads.setName(NAME);
    return threads;
  }

  /** The nanoseconds of all of them so far. */
  static long nanos() {
    long nanos = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && isServer(thread.getThreadName())) {
        nanos += Math.max(THREADS.getThreadCpuTime(thread.getThreadId()), 0);
      }
    }
    return nanos;
  }

  private static boolean isServer(String thread) {
    return thread.startsWith(NAME) || thread.startsWith(TOMCAT);
  }
}
