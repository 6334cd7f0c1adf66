package dev.autoversion.freemarker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freemarker.core.CSSOutputFormat;
import freemarker.core.HTMLOutputFormat;
import freemarker.core.JSONOutputFormat;
import freemarker.core.JavaScriptOutputFormat;
import freemarker.core.OutputFormat;
import freemarker.core.PlainTextOutputFormat;
import freemarker.core.RTFOutputFormat;
import freemarker.core.UndefinedOutputFormat;
import freemarker.core.XHTMLOutputFormat;
import freemarker.core.XMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Version;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What FreeMarker's output formats and its markup values do to a versioned URL. */
class OutputFormatTest extends Pages {
  private static final String RAW = "/s/a.css?x=1&y='&v=3fc4ccfe7458";

  @ParameterizedTest
  @MethodSource
  void format_escapesItsWay(OutputFormat format, String expected) throws Exception {
    Map<String, String> model = Map.of("p", "/s/a.css?x=1&y='");
    for (Version improvements : new Version[] {Configuration.VERSION_2_3_0, NEWEST}) {
      Configuration configuration = configuration(improvements);
      configuration.setOutputFormat(format);
      AutoversionFreemarker.install(configuration, autoversion().build());
      assertEquals(expected, render(configuration, "${autoversion(p)}", model));
    }
  }

  static Stream<Arguments> format_escapesItsWay() {
    String html = "/s/a.css?x=1&amp;y=&#39;&amp;v=3fc4ccfe7458";
    return Stream.of(
        Arguments.of(HTMLOutputFormat.INSTANCE, html),
        Arguments.of(XHTMLOutputFormat.INSTANCE, html),
        Arguments.of(XMLOutputFormat.INSTANCE, "/s/a.css?x=1&amp;y=&apos;&amp;v=3fc4ccfe7458"),
        Arguments.of(RTFOutputFormat.INSTANCE, RAW),
        Arguments.of(JavaScriptOutputFormat.INSTANCE, RAW),
        Arguments.of(JSONOutputFormat.INSTANCE, RAW),
        Arguments.of(CSSOutputFormat.INSTANCE, RAW),
        Arguments.of(PlainTextOutputFormat.INSTANCE, RAW),
        Arguments.of(UndefinedOutputFormat.INSTANCE, RAW));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "${autoversion(p)?no_esc}|               /s/a.css?x=1&y='&v=3fc4ccfe7458",
        "<#noautoesc>${autoversion(p)}</#noautoesc>| /s/a.css?x=1&y='&v=3fc4ccfe7458",
        "<#outputformat 'XML'>${autoversion(p)}</#outputformat>|"
            + " /s/a.css?x=1&amp;y=&apos;&amp;v=3fc4ccfe7458",
        "<#outputformat 'JavaScript'>u='${autoversion(p)?js_string}'</#outputformat>|"
            + " u='\\/s/a.css?x=1&y=\\'&v=3fc4ccfe7458'",
        "<#outputformat 'JSON'>\"${autoversion(p)?json_string}\"</#outputformat>|"
            + " \"\\/s/a.css?x=1&y='&v=3fc4ccfe7458\"",
        "${autoversion(p)?url('UTF-8')}| %2Fs%2Fa.css%3Fx%3D1%26y%3D&#39;%26v%3D3fc4ccfe7458",
        "${autoversion(p)?esc}|                  /s/a.css?x=1&amp;y=&#39;&amp;v=3fc4ccfe7458",
        "${autoversion(p)?is_string?string}${autoversion(p)?is_markup_output?string}| truefalse",
      })
  void result_isAPlainString(String template, String html) throws Exception {
    assertEquals(html, render(template, Map.of("p", "/s/a.css?x=1&y='")));
  }

  @Test
  void noFormat_legacyBuiltIn() throws Exception {
    Configuration configuration = configuration(Configuration.VERSION_2_3_0);
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertEquals(
        "/s/a.css?x=1&amp;v=3fc4ccfe7458",
        render(configuration, "${autoversion(p)?html}", Map.of("p", "/s/a.css?x=1")));
    assertEquals(
        "/s/a.css?x=1&amp;v=3fc4ccfe7458",
        render(
            configuration,
            "<#escape x as x?html>${autoversion(p)}</#escape>",
            Map.of("p", "/s/a.css?x=1")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${autoversion(p?no_esc)}",
        "${autoversion(p?esc)}",
        "<#assign c>${p}</#assign>${autoversion(c)}",
        "<#assign c>/s/a.css?${'x=1&y=\\''}</#assign>${autoversion(c)}",
        "${autoversion('/s/a.css?'?esc + 'x=1&y=\\'')}",
        "${autoversion([p?esc])?join('')}",
        "<#macro link path>${autoversion(path)}</#macro><@link path=p?esc/>",
      })
  void markup_readAsItsText(String template) throws Exception {
    assertEquals(
        "/s/a.css?x=1&amp;y=&#39;&amp;v=3fc4ccfe7458",
        render(template, Map.of("p", "/s/a.css?x=1&y='")));
  }

  @Test
  void markup_ofXml() throws Exception {
    String template =
        "<#outputformat 'XML'><#assign c>${p}</#assign>${autoversion(c)}</#outputformat>";
    assertEquals(
        "/s/a.css?x=1&amp;y=&apos;&amp;v=3fc4ccfe7458",
        render(template, Map.of("p", "/s/a.css?x=1&y='")));
  }

  @Test
  void markup_ofRtf() throws Exception {
    String template = "<#outputformat 'RTF'>${autoversion(p?esc)}</#outputformat>";
    assertEquals("/s/no\\{1\\}.css", render(template, Map.of("p", "/s/no{1}.css")));
  }

  @Test
  void markup_ampersandDecodedOnce() throws Exception {
    String template = "<#assign c>${p}</#assign>${autoversion(c)?no_esc}";
    assertEquals(
        "/s/no.css?&lt;&amp;\"<>", render(template, Map.of("p", "/s/no.css?&lt;&amp;\"<>")));
  }

  @Test
  void markup_neverTrusted() throws Exception {
    String template = "<#assign c><b>/s/a.css</b></#assign>${autoversion(c)}";
    assertEquals("&lt;b&gt;/s/a.css&lt;/b&gt;", render(template, Map.of()));
  }

  @Test
  void stringLiteral_byC() throws Exception {
    assumeTrue(NEWEST.intValue() >= 2_003_032, "?c takes strings since FreeMarker 2.3.32");
    Configuration configuration = configuration(NEWEST);
    configuration.setOutputFormat(JavaScriptOutputFormat.INSTANCE);
    AutoversionFreemarker.install(configuration, autoversion().build());
    assertEquals(
        "const css = \"/s/a.css?x=1&v=3fc4ccfe7458\";",
        render(configuration, "const css = ${autoversion('/s/a.css?x=1')?c};", Map.of()));
  }
}
