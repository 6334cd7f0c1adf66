package dev.autoversion.freemarker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import freemarker.ext.beans.BeansWrapperBuilder;
import freemarker.ext.dom.NodeModel;
import freemarker.template.Configuration;
import freemarker.template.Version;
import java.io.StringReader;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

/** A sequence gives a sequence, whatever stands behind it. */
class SequenceTest extends Pages {
  @ParameterizedTest
  @MethodSource("improvements")
  void sequence_elementWise(Version improvements) throws Exception {
    Configuration configuration = html(improvements);
    String template = "<#list autoversion(p) as each>${each} </#list>";
    String urls = "/s/a.css?v=3fc4ccfe7458 /s/b.js?v=8b5b9db0c13d ";
    List<String> list = List.of("/s/a.css", "/s/b.js");
    assertEquals(urls, render(configuration, template, Map.of("p", list)));
    assertEquals(urls, render(configuration, template, Map.of("p", list.toArray())));
    assertEquals(urls, render(configuration, template, Map.of("p", new LinkedHashSet<>(list))));
    assertEquals(urls, render(configuration, template, Map.of("p", list.iterator())));
    assertEquals(
        urls,
        render(
            configuration,
            "<#list autoversion(['/s/a.css', '/s/b.js']) as each>${each} </#list>",
            Map.of()));
    assertEquals("", render(configuration, template, Map.of("p", List.of())));
  }

  @Test
  void sequence_beansWrapper() throws Exception {
    Configuration configuration = html(NEWEST);
    configuration.setObjectWrapper(new BeansWrapperBuilder(NEWEST).build());
    String template = "<#list autoversion(p) as each>${each} </#list>";
    String urls = "/s/a.css?v=3fc4ccfe7458 /s/b.js?v=8b5b9db0c13d ";
    List<String> list = List.of("/s/a.css", "/s/b.js");
    assertEquals(urls, render(configuration, template, Map.of("p", list)));
    assertEquals(urls, render(configuration, template, Map.of("p", list.toArray())));
    assertEquals(urls, render(configuration, template, Map.of("p", new LinkedHashSet<>(list))));
  }

  @Test
  void sequence_nullAndNested() throws Exception {
    String template = "<#assign urls = autoversion(p)>${urls[0]!'none'} ${urls[1][0]} ${urls?size}";
    assertEquals(
        "none /s/a.css?v=3fc4ccfe7458 2",
        render(template, Map.of("p", Arrays.asList(null, List.of("/s/a.css")))));
  }

  @Test
  void sequence_mapBuiltIn() throws Exception {
    assumeTrue(NEWEST.intValue() >= 2_003_029, "?map came with FreeMarker 2.3.29");
    String urls = "/s/a.css?v=3fc4ccfe7458 /s/no.js";
    List<String> list = List.of("/s/a.css", "/s/no.js");
    assertEquals(urls, render("${p?map(autoversion)?join(' ')}", Map.of("p", list)));
    assertEquals(urls, render("${p?map(x -> autoversion(x))?join(' ')}", Map.of("p", list)));
    assertEquals(urls, render("${autoversion(p?filter(x -> true))?join(' ')}", Map.of("p", list)));
  }

  @Test
  void xml_attributeAndElement() throws Exception {
    String xml = "<page css='/s/a.css'><js>/s/b.js</js><js>/s/a.css</js></page>";
    Document document =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new InputSource(new StringReader(xml)));
    Map<String, Object> model = Map.of("doc", NodeModel.wrap(document));
    assertEquals("/s/a.css?v=3fc4ccfe7458", render("${autoversion(doc.page.@css)}", model));
    assertEquals(
        "/s/b.js?v=8b5b9db0c13d " + "/s/a.css?v=3fc4ccfe7458" + " ",
        render("<#list autoversion(doc.page.js) as each>${each} </#list>", model));
  }
}
