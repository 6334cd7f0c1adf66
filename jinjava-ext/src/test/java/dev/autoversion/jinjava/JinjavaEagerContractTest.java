package dev.autoversion.jinjava;

import com.hubspot.jinjava.JinjavaConfig;
import com.hubspot.jinjava.mode.EagerExecutionMode;

/** The contract, written with the filter, in the mode that renders as much as it can. */
class JinjavaEagerContractTest extends JinjavaContractTest {
  @Override
  JinjavaConfig.Builder config() {
    return JinjavaConfig.newBuilder().withExecutionMode(EagerExecutionMode.instance());
  }

  // Here the engine escapes what is marked as safe, too: {{ 'a&b'|safe }} gives a&amp;b.
  @Override
  protected String printRaw(String variable) {
    return "{% autoescape false %}{{ " + variable + "|autoversion }}{% endautoescape %}";
  }

  @Override
  protected String tags(String word, String variable) {
    return unescaped(super.tags(word, variable));
  }

  @Override
  protected String tags(String word, String variable, String attributesVariable) {
    return unescaped(super.tags(word, variable, attributesVariable));
  }

  private static String unescaped(String expression) {
    return "{% autoescape false %}" + expression + "{% endautoescape %}";
  }
}
