package dev.autoversion.jinjava;

import com.hubspot.jinjava.interpret.InvalidArgumentException;
import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a template gives a word besides the value in front of it. */
record Arguments(
    JinjavaInterpreter interpreter, @Nullable Object[] args, Map<String, Object> kwargs) {
  /** Refuses more positional arguments than a word takes, and all named ones. */
  void check(String word, String takes, int most) {
    if (args.length > most || !kwargs.isEmpty()) {
      throw new InvalidArgumentException(
          interpreter,
          word,
          word + " takes " + takes + " and nothing else; remove " + beyond(most));
    }
  }

  private String beyond(int most) {
    List<String> all = new ArrayList<>();
    for (Object arg : Arrays.asList(args).subList(Math.min(most, args.length), args.length)) {
      boolean printable = arg instanceof String || arg instanceof Number;
      all.add(printable ? "'" + arg + "'" : "argument " + (all.size() + 1));
    }
    kwargs.keySet().forEach(name -> all.add(name + "="));
    return String.join(", ", all);
  }

  /** The first positional argument, or null. */
  @Nullable Object first() {
    return args.length == 0 ? null : args[0];
  }
}
