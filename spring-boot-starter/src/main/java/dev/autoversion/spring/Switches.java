package dev.autoversion.spring;

import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * The properties that switch something off, needed before there is an {@link
 * AutoversionProperties}. They are read as Spring Boot binds them: {@code off}, {@code no} and
 * {@code 0} mean false, too, which its conditions on properties do not know.
 */
final class Switches {
  private static final String ENABLED = "autoversion.enabled";
  private static final String FILTER = "autoversion.filter.enabled";

  private Switches() {}

  /** Whether resources are versioned at all. */
  static boolean isEnabled(Environment environment) {
    return isOn(environment, ENABLED);
  }

  private static boolean isOn(Environment environment, String name) {
    return Binder.get(environment).bind(name, Boolean.class).orElse(true);
  }

  /** Whether versioned URLs are answered. */
  static final class Answering extends SpringBootCondition {
    @Override
    public ConditionOutcome getMatchOutcome(
        ConditionContext context, AnnotatedTypeMetadata metadata) {
      Environment environment = context.getEnvironment();
      return new ConditionOutcome(
          isEnabled(environment) && isOn(environment, FILTER),
          ConditionMessage.of(ENABLED + " and " + FILTER + " decide"));
    }
  }
}
