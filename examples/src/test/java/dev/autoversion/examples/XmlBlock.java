package dev.autoversion.examples;

import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A block of XML: well-formed, and what it says of our own artifacts is so. */
record XmlBlock(Block block, Path root) {
  private static final Pattern MODULE = Pattern.compile("<module>(.*?)</module>");

  void check() throws Exception {
    NodeList dependencies = parse().getElementsByTagName("dependency");
    Element parent = parse(Files.readString(root.resolve("pom.xml"))).getDocumentElement();
    for (int i = 0; i < dependencies.getLength(); i++) {
      Element dependency = (Element) dependencies.item(i);
      if (text(dependency, "groupId").equals("dev.autoversion")) {
        require(artifacts(), text(dependency, "artifactId"));
        String version = text(dependency, "version");
        if (!version.isEmpty()) {
          require(Set.of(text(parent, "version")), version);
        }
      }
    }
  }

  private Document parse() throws Exception {
    try {
      return parse("<block>" + block.text() + "</block>");
    } catch (SAXException e) {
      throw new AssertionError(block.where() + ": " + e.getMessage(), e);
    }
  }

  private static Document parse(String xml) throws Exception {
    var builder = DocumentBuilderFactory.newInstance().newDocumentBuilder();
    builder.setErrorHandler(null);
    return builder.parse(new InputSource(new StringReader(xml)));
  }

  private Set<String> artifacts() throws Exception {
    Set<String> artifacts = new TreeSet<>();
    Matcher module = MODULE.matcher(Files.readString(root.resolve("pom.xml")));
    while (module.find()) {
      artifacts.add("autoversion-" + module.group(1));
    }
    return artifacts;
  }

  private static String text(Element parent, String name) {
    NodeList found = parent.getElementsByTagName(name);
    return found.getLength() == 0 ? "" : found.item(0).getTextContent().strip();
  }

  private void require(Set<String> known, String told) {
    if (!known.contains(told)) {
      throw new AssertionError(block.where() + ": '" + told + "' is not one of " + known);
    }
  }
}
