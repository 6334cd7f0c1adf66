package dev.autoversion.spring;

import dev.autoversion.page.TagWord;
import dev.autoversion.page.TextWord;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Our words, which are the same in all engines but Thymeleaf. */
final class Words {
  private static final String URL = "autoversion";

  private Words() {}

  static Stream<String> all() {
    return Stream.of(
            Stream.of(URL),
            Arrays.stream(TextWord.values()).map(TextWord::label),
            Arrays.stream(TagWord.values()).map(TagWord::label))
        .flatMap(words -> words);
  }

  /**
   * Whether an engine has one of our words, so that it was configured before, by us or by its
   * owner: one engine may be two beans.
   *
   * @param meaning what the engine has under a name, or null
   * @param ours a class of the package that all of ours are in
   */
  static boolean areIn(Function<String, @Nullable Object> meaning, Class<?> ours) {
    return all().anyMatch(word -> isOurs(meaning.apply(word), ours));
  }

  static boolean isOurs(@Nullable Object meaning, Class<?> ours) {
    return meaning != null && meaning.getClass().getPackage() == ours.getPackage();
  }
}
