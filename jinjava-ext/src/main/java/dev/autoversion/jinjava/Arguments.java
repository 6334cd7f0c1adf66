package dev.autoversion.jinjava;

import com.hubspot.jinjava.interpret.InvalidArgumentException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that a word does not take. */
final class Arguments {
  private Arguments() {}

  /** Allows as many positional arguments as a word takes, and no named ones. */
  static void check(
      JinjavaInterpreter interpreter,
      String wordAndWhatItTakes,
      int taken,
      @Nullable Object[] args,
      Map<String, Object> kwargs) {
    if (args.length > taken || !kwargs.isEmpty()) {
      String word = wordAndWhatItTakes.substring(0, wordAndWhatItTakes.indexOf(' '));
      String unexpected =
          described(Arrays.copyOfRange(args, Math.min(taken, args.length), args.length), kwargs);
      throw new InvalidArgumentException(
          interpreter, word, wordAndWhatItTakes + " and nothing else; remove " + unexpected);
    }
  }

  private static String described(@Nullable Object[] args, Map<String, Object> kwargs) {
    List<String> all = new ArrayList<>();
    for (Object arg : args) {
      boolean printable = arg instanceof String || arg instanceof Number;
      all.add(printable ? "'" + arg + "'" : "argument " + (all.size() + 1));
    }
    kwargs.keySet().forEach(name -> all.add(name + "="));
    return String.join(", ", all);
  }
}
