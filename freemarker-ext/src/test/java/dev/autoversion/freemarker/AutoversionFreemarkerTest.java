package dev.autoversion.freemarker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.Placement;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateModel;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a configuration lets templates do with the word, and who else may use it. */
class AutoversionFreemarkerTest extends Pages {
  private final Configuration configuration = configuration(NEWEST);

  @Test
  void install_sharedVariable() throws Exception {
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertEquals("autoversion", AutoversionFreemarker.VARIABLE_NAME);
    assertInstanceOf(AutoversionMethod.class, configuration.getSharedVariable("autoversion"));
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458", render(configuration, "${autoversion('/s/a.css')}", Map.of()));
  }

  @Test
  void install_twiceTheSame_changesNothing() {
    Autoversion autoversion = autoversion().build();
    AutoversionFreemarker.install(configuration, autoversion);
    TemplateModel first = configuration.getSharedVariable("autoversion");
    AutoversionFreemarker.install(configuration, autoversion);
    assertSame(first, configuration.getSharedVariable("autoversion"));
  }

  @Test
  void install_anotherAutoversion_refused() throws Exception {
    AutoversionFreemarker.install(configuration, autoversion().build());
    Autoversion other = autoversion().placement(Placement.fileName()).build();
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class, () -> AutoversionFreemarker.install(configuration, other));
    assertEquals(
        "this configuration has a shared variable 'autoversion' already: method with another"
            + " Autoversion; install once, or choose another name:"
            + " configuration.setSharedVariable(\"asset\", new AutoversionMethod(autoversion))",
        e.getMessage());
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458", render(configuration, "${autoversion('/s/a.css')}", Map.of()));
  }

  @Test
  void install_anotherKindOfVariable_refused() throws Exception {
    configuration.setSharedVariable("autoversion", "1.0");
    IllegalStateException e =
        assertThrows(
            IllegalStateException.class,
            () -> AutoversionFreemarker.install(configuration, autoversion().build()));
    assertTrue(e.getMessage().contains("'autoversion' already: string"), e.getMessage());
    assertEquals("1.0", render(configuration, "${autoversion}", Map.of()));
  }

  @Test
  void method_underAnotherName() throws Exception {
    configuration.setSharedVariable("asset", new AutoversionMethod(autoversion().build()));
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458", render(configuration, "${asset('/s/a.css')}", Map.of()));
  }

  @Test
  void model_shadowsTheSharedVariable() throws Exception {
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertEquals("mine", render(configuration, "${autoversion}", Map.of("autoversion", "mine")));
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458", render(configuration, "${autoversion('/s/a.css')}", Map.of()));
  }

  @Test
  void assign_staysInItsTemplate() throws Exception {
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertEquals(
        "x /s/a.css?v=3fc4ccfe7458",
        render(
            configuration,
            "<#assign autoversion='x'>${autoversion} ${.globals.autoversion('/s/a.css')}",
            Map.of()));
    assertEquals(
        "/s/a.css?v=3fc4ccfe7458", render(configuration, "${autoversion('/s/a.css')}", Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${autoversion.class}",
        "${autoversion.getClass()}",
        "${autoversion['autoversion']}",
        "${autoversion.exec(['/s/a.css'])}",
        "${autoversion?api.asks(autoversion)}",
        "${autoversion?keys?size}",
        "${autoversion}",
        "<@autoversion '/s/a.css'/>",
      })
  void method_nothingElseReachable(String template) {
    configuration.setAPIBuiltinEnabled(true);
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertThrows(TemplateException.class, () -> render(configuration, template, Map.of()));
  }
}
