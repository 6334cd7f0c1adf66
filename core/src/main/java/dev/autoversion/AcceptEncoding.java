package dev.autoversion;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a browser wants each content coding: {@code Accept-Encoding} (RFC 9110, 12.5.3). */
final class AcceptEncoding {
  private static final int UNSAID = -1;

  // In thousandths, indexed by the coding's ordinal.
  private final int[] weights;
  private final String line;

  private AcceptEncoding(int[] weights, String line) {
    this.weights = weights;
    this.line = line;
  }

  /** What a header's lines say: {@code br;q=0.5, gzip}. A malformed weight counts as 0. */
  static AcceptEncoding of(List<String> lines) {
    int[] weights = new int[Coding.values().length];
    Arrays.fill(weights, UNSAID);
    int others = UNSAID;
    for (String item : String.join(",", lines).split(",")) {
      int semicolon = item.indexOf(';');
      int nameEnd = semicolon < 0 ? item.length() : semicolon;
      String name = item.substring(0, nameEnd).strip();
      int weight = weight(item.substring(nameEnd));
      Coding coding = Coding.named(name);
      if (coding != null) {
        weights[coding.ordinal()] = weight;
      } else if (name.equals("*")) {
        others = weight;
      }
    }
    return new AcceptEncoding(filled(weights, others), lines.get(0));
  }

  /** Codings that are not mentioned get the weight of all others. */
  private static int[] filled(int[] weights, int others) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = Math.max(weights[i] == UNSAID ? others : weights[i], 0);
    }
    return weights;
  }

  /** {@code ;q=0.5} gives 500; without a weight 1000; a malformed one 0. */
  private static int weight(String parameters) {
    int equals = parameters.indexOf('=');
    if (parameters.isBlank()) {
      return 1000;
    }
    String name = equals < 0 ? "" : parameters.substring(1, equals).strip();
    return name.equalsIgnoreCase("q") ? thousandths(parameters.substring(equals + 1).strip()) : 0;
  }

  private static int thousandths(String text) {
    if (text.isEmpty() || text.length() > 5 || text.charAt(0) < '0' || text.charAt(0) > '1') {
      return 0;
    }
    if (text.length() > 1 && text.charAt(1) != '.') {
      return 0;
    }
    int value = (text.charAt(0) - '0') * 1000;
    int unit = 100;
    for (int i = 2; i < text.length(); i++, unit /= 10) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value += (c - '0') * unit;
    }
    return Math.min(value, 1000);
  }

  /** Whether this was read from such a single line. */
  boolean isOf(String other) {
    return line.equals(other);
  }

  /** In thousandths; 0 if the coding is not wanted. */
  int weight(Coding coding) {
    return weights[coding.ordinal()];
  }

  /** Whether a coding is wanted more than another one, if there is one. */
  boolean prefers(Coding coding, @Nullable Coding other) {
    return weight(coding) > (other == null ? 0 : weight(other));
  }
}
