package dev.autoversion.check;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import dev.autoversion.Manifest;
import dev.autoversion.OnMissing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TemplateCheckTest {
  @TempDir Path folder;
  private Path templates;

  /** Knows one file, and one entry that is no file. */
  private record OwnManifest() implements Manifest {
    @Override
    public Optional<String> published(String name) {
      return name.equals("src/main.js") ? Optional.of("main-1.js") : Optional.empty();
    }

    @Override
    public Optional<Entry> entry(String name) {
      return name.equals("shop") ? Optional.of(Entry.of("shop-1.mjs")) : Manifest.super.entry(name);
    }

    @Override
    public Stream<String> names() {
      return Stream.of("src/main.js");
    }
  }

  @BeforeEach
  void site() throws IOException {
    write("static/css/app.css", "body {}");
    write("static/img/a.png", "");
    templates = Files.createDirectory(folder.resolve("templates"));
  }

  @Test
  void missing_references() {
    List<Missing> missing =
        check(OnMissing.KEEP)
            .missing(
                List.of(
                    "/static/css/app.css",
                    "/static/css/ap.css",
                    "/build/src/main.js",
                    "/build/src/mian.js",
                    "/statc/css/app.css",
                    "https://example.org/a.js",
                    "//example.org/a.js",
                    "#top",
                    "",
                    "css/app.css"));
    assertEquals(
        List.of("/static/css/ap.css", "/build/src/mian.js", "/statc/css/app.css"),
        missing.stream().map(Missing::reference).toList());
    assertTrue(
        missing.get(0).reason().endsWith("; did you mean '/static/css/app.css'?"),
        missing.get(0)::reason);
    assertTrue(
        missing.get(1).reason().endsWith("; did you mean '/build/src/main.js'?"),
        missing.get(1)::reason);
    assertTrue(
        missing.get(2).reason().startsWith("'/statc/css/app.css' lies under no mount of "),
        missing.get(2)::reason);
  }

  @ParameterizedTest
  @EnumSource(OnMissing.class)
  void missing_entryThatIsNoFile(OnMissing policy) throws IOException {
    write("templates/a.peb", "{{ entrypoint(\"/build/shop\") }}\n{{ entrypoint('/build/shp') }}");
    assertEquals(
        List.of(templates.resolve("a.peb") + ":2 /build/shp"),
        found(check(policy).missing(templates)));
  }

  @Test
  void missing_entryInAThymeleafLink() throws IOException {
    write(
        "templates/a.html",
        """
        <av:entrypoint src="@{/build/shop}"/> <av:entrypoint src="/build/shop"/>
        <av:entrypoint src="@{/build/shp}"/>
        """);
    assertEquals(
        List.of(templates.resolve("a.html") + ":2 /build/shp"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_bracesOfPebbleAndJinjava() throws IOException {
    String template =
        """
        {{ "/static/1.css" | autoversion }} {{ '/static/2.css'|autoversion }}
        {{ autoversion("/static/3.css") }} {{- autoversion( '/static/4.css' ) -}}
        {% set x = ["/static/5.css", "/static/6.css"] | autoversion %}
        {{ ["/static/7.css"]|map("autoversion") }}
        {% filter autoversion %}/static/8.css{% endfilter %}
        {{ entrypoint(["/build/9.js", "/build/10.js"], {"nonce": nonce, "x": {}}) }}
        {{ srcset("/static/11.png 1x, /static/12.png 2x") }} {{ integrity("/static/13.js") }}
        {{ preload("/static/14.woff2") | safe }} {{ importmap("/static/15.js") }}
        {{ "/static/a\\"b.css" | autoversion }}
        {{ autoversion(reference="/static/16.css") }} {{ entrypoint(reference = ["/build/17.js"]) }}

        {# {{ "/static/no.css" | autoversion }} #} {{ "/static/" ~ name ~ ".css" | autoversion }}
        {% verbatim %}{{ "/static/no.css" | autoversion }}{% endverbatim %}
        {% raw %}{{ "/static/no.css" | autoversion }}{% endraw %}
        {{ "/static/no.css" | upper }} {{ my_autoversion("/static/no.css") }}
        {{ autoversion("/static/" ~ x) }} {{ autoversion(x) }} {{ "/static/#{x}.css" | autoversion }}
        {% filter autoversion %}/static/{{ x }}.css{% endfilter %} autoversion("/static/no.css")
        """;
    for (String name : List.of("page.peb", "page.jinja", "page.html")) {
      write("templates/" + name, template);
      String at = templates.resolve(name) + ":";
      assertEquals(
          List.of(
              at + "1 /static/1.css",
              at + "1 /static/2.css",
              at + "2 /static/3.css",
              at + "2 /static/4.css",
              at + "3 /static/5.css",
              at + "3 /static/6.css",
              at + "4 /static/7.css",
              at + "5 /static/8.css",
              at + "6 /build/9.js",
              at + "6 /build/10.js",
              at + "7 /static/11.png",
              at + "7 /static/12.png",
              at + "7 /static/13.js",
              at + "8 /static/14.woff2",
              at + "8 /static/15.js",
              at + "9 /static/a\"b.css",
              at + "10 /static/16.css",
              at + "10 /build/17.js"),
          found(check(OnMissing.KEEP).missing(templates)));
      Files.delete(templates.resolve(name));
    }
  }

  @Test
  void missing_freemarker() throws IOException {
    write(
        "templates/page.ftlh",
        """
        <link href="${autoversion("/static/1.css")}"> ${autoversion('/static/2.css')}
        <#assign all = ["/static/3.css", "/static/4.css"]?map(autoversion)>
        ${entrypoint(["/build/5.js", "/build/6.js"], {"nonce": n})} [=autoversion("/static/7.css")]
        <@link href=autoversion("/static/8.css")/>

        <#-- ${autoversion("/static/no.css")} --> ${autoversion("/static/${x}.css")}
        <#noparse>${autoversion("/static/no.css")}</#noparse>
        [#noparse]${autoversion("/static/no.css")}[/#noparse]
        <#comment>${autoversion("/static/no.css")}</#comment>
        ${autoversion("/static/" + x)} ${my.autoversion("/static/no.css")} autoversion("/static/no")
        """);
    String at = templates.resolve("page.ftlh") + ":";
    assertEquals(
        List.of(
            at + "1 /static/1.css",
            at + "1 /static/2.css",
            at + "2 /static/3.css",
            at + "2 /static/4.css",
            at + "3 /build/5.js",
            at + "3 /build/6.js",
            at + "3 /static/7.css",
            at + "4 /static/8.css"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_listsWithVariables() throws IOException {
    write(
        "templates/a.peb",
        """
        {% for css in ["/static/1.css", page.css, "/static/2.css"] | autoversion %}{% endfor %}
        {{ entrypoint([main, "/static/3.js"]) }} {{ entrypoint([main]) }} {{ [main] | autoversion }}
        {{ entrypoint(["/static/" ~ name, "/static/no.js"]) }} {{ [{"a": "/static/no.css"}] }}
        """);
    write(
        "templates/b.html",
        "<p th:each=\"u : ${#autoversion.urls({photo, '/static/4.png', p.b})}\"></p>");
    assertEquals(
        List.of(
            templates.resolve("a.peb") + ":1 /static/1.css",
            templates.resolve("a.peb") + ":1 /static/2.css",
            templates.resolve("a.peb") + ":2 /static/3.js",
            templates.resolve("b.html") + ":1 /static/4.png"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_freemarkerInSquareBrackets() throws IOException {
    write(
        "templates/page.ftlh",
        """
        [#list autoversion(["/static/1.css", "/static/2.css"]) as css]${css}[/#list]
        [=autoversion(["/static/3.css"])?join(" ")] [@link href=all[0] main=autoversion("/static/4[1].css")/]
        [#if x]autoversion("/static/no.css")[/#if] [#if x[y][/#if] [=autoversion("/static/5.css")]
        """);
    String at = templates.resolve("page.ftlh") + ":";
    assertEquals(
        List.of(
            at + "1 /static/1.css",
            at + "1 /static/2.css",
            at + "2 /static/3.css",
            at + "2 /static/4[1].css",
            at + "3 /static/5.css"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_thymeleaf() throws IOException {
    write(
        "templates/page.html",
        """
        <html xmlns:th="http://www.thymeleaf.org"><link th:href="@{/static/1.css}">
        <link th:href="@{~/static/2.css}"><a th:href="@{/static/3.css(v=${x})}"></a>
        <img av:src="/static/4.png" av:srcset="/static/5.png 1x, /static/6.png 2x">
        <video data-av-poster='/static/7.png'></video> <img av:src="@{/static/8.png}">
        <av:entrypoint nonce="x" src="/build/9.js"/> <av:preload
           href="/static/10.woff2"/>
        <p th:text="${#autoversion.url('/static/11.png')}">[[${#autoversion.integrity('/static/12.js')}]]</p>
        <p th:each="u : ${#autoversion.urls({'/static/13.png', '/static/14.png'})}"></p>

        <!-- <link th:href="@{/static/no.css}"> --> <a th:href="@{/owners/12}" href="/static/no.css"></a>
        <a th:href="@{/static/{n}.css(n=${n})}"></a> <img av:src="${x}"> <img av:src="/static/{n}.png">
        <img th:src="@{'/static/' + ${x}}"> <img th:src="@{${x}}"> {{ "/static/no.css" | autoversion }}
        """);
    String at = templates.resolve("page.html") + ":";
    assertEquals(
        List.of(
            at + "1 /static/1.css",
            at + "2 /static/2.css",
            at + "2 /static/3.css",
            at + "3 /static/4.png",
            at + "3 /static/5.png",
            at + "3 /static/6.png",
            at + "4 /static/7.png",
            at + "4 /static/8.png",
            at + "5 /build/9.js",
            at + "6 /static/10.woff2",
            at + "7 /static/11.png",
            at + "7 /static/12.js",
            at + "8 /static/13.png",
            at + "8 /static/14.png"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_thymeleafExpressionsThatAreNoLiterals() throws IOException {
    write(
        "templates/page.html",
        """
        <img av:src="'/static/' + x"> <img av:src="'/static/' + 'a' + x + '.png'">
        <img th:src="@{/static/a (1).png}"> <img th:src="@{/static/a(1).png(v=2)}">
        <img th:src="@{/static/1.png(v=2)}"> <img th:src="@{/static/2.png(v='a',w=3) }">
        <img av:src="/static/3 (1).png"> <img av:srcset="/static/4.png(v=2) 1x, /static/5.png(v=2)">
        """);
    String at = templates.resolve("page.html") + ":";
    assertEquals(
        List.of(
            at + "3 /static/1.png",
            at + "3 /static/2.png",
            at + "4 /static/3 (1).png",
            at + "4 /static/4.png",
            at + "4 /static/5.png"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  /** Thymeleaf takes out the comment's ends, and the rest belongs to the page. */
  @Test
  void missing_thymeleafPrototypeOnlyComment() throws IOException {
    write(
        "templates/page.html",
        """
        <!--/*/ <link th:href="@{/static/1.css}"> /*/--> <!--/* <link th:href="@{/static/no.css}"> */-->
        <!--/*/ <th:block th:if="${x}"> /*/-->
        <link av:href="/static/2.css">
        <!--/*/ </th:block> /*/-->
        """);
    String at = templates.resolve("page.html") + ":";
    assertEquals(
        List.of(at + "1 /static/1.css", at + "3 /static/2.css"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_thymeleafBelowAContextPath() throws IOException {
    write(
        "templates/page.html",
        """
        <html xmlns:th="http://www.thymeleaf.org"><link th:href="@{/static/css/app.css}">
        <link th:href="@{/static/1.css}"> <link av:href="/static/css/app.css">
        <link av:href="/static/2.css"> <a th:href="@{~/static/css/app.css}"></a>
        <img av:srcset="/static/img/a.png 1x, /static/3.png 2x, ~/shop/static/4.png 3x">
        <link th:href="@{~/shop/static/5.css}"> <link av:href="~/shop/static/css/app.css">
        <p th:text="${#autoversion.url('/shop/static/6.css')}"></p> <a th:href="@{/owners/12}"></a>
        <img av:src="'/shop/static/img/a.png'">
        """);
    Autoversion shop =
        Autoversion.builder()
            .directory("/static", folder.resolve("static"))
            .contextPath("/shop")
            .build();
    String at = templates.resolve("page.html") + ":";
    List<Missing> missing = new TemplateCheck(shop).missing(templates);
    assertEquals(
        List.of(
            at + "2 /static/1.css",
            at + "3 /static/2.css",
            at + "4 /static/3.png",
            at + "4 /shop/static/4.png",
            at + "5 /shop/static/5.css",
            at + "6 /shop/static/6.css"),
        found(missing));
    assertTrue(
        missing.get(0).reason().startsWith("no asset for '/shop/static/1.css'; "),
        missing.get(0)::reason);
  }

  @Test
  void missing_srcsetAsBrowsersReadIt() throws IOException {
    write(
        "templates/page.peb",
        "{{ srcset(\"/static/img/a.png 1x,/static/1.png 2x, ,data:image/png;base64,A= 3x,\") }}");
    assertEquals(
        List.of(templates.resolve("page.peb") + ":1 /static/1.png"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_thymeleafThatIsNoHtml() throws IOException {
    write("templates/a.js", "const worker = [[@{/static/1.js}]];");
    write("templates/b.css", "a { background: url([(@{/static/2.png})]) }");
    write("templates/c.txt", "[[${#autoversion.url('/static/3.png')}]]");
    assertEquals(
        List.of(
            templates.resolve("a.js") + ":1 /static/1.js",
            templates.resolve("b.css") + ":1 /static/2.png",
            templates.resolve("c.txt") + ":1 /static/3.png"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  /** What is not linear in time would not come back from it. */
  @Test
  void missing_linkOfBlanksAlone() throws IOException {
    write("templates/page.html", "<a th:href=\"@{" + " ".repeat(100_000));
    assertEquals(List.of(), check(OnMissing.KEEP).missing(templates));
  }

  /** The same for tags and comments: each would be searched for its end up to the template's. */
  @ParameterizedTest
  @CsvSource({
    "page.html,  '<p th:text=\"x\"><av:entrypoint src= '",
    "page.html,  '<p th:text=\"x\"><!-- '",
    "page.peb,   '{{ ''a''|autoversion '",
    "page.peb,   '{% x '",
    "page.peb,   '{# {{ '",
    "page.peb,   '{% raw %}{{ '",
    "page.peb,   '{% filter autoversion %}'",
    "page.ftlh,  '${x '",
    "page.ftlh,  '<#if x '",
    "page.ftlh,  '[#if x '",
    "page.ftlh,  '<#-- '",
    "page.ftlh,  '[#-- '",
    "page.ftlh,  '<#comment>'"
  })
  void missing_neverClosed(String name, String opening) throws IOException {
    write("templates/" + name, opening.repeat(50_000));
    assertTimeoutPreemptively(
        ofSeconds(30), () -> assertEquals(List.of(), check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_whatStandsInForAVariable() throws IOException {
    write(
        "templates/a.peb",
        """
        {{ css | default("/static/1.css") | autoversion }} {{ autoversion(css|default('/static/2.css')) }}
        {{ css|default('/static/3.css', true)|autoversion }} {{ other("/static/no.css") | autoversion }}
        {{ autoversion(css | default("/static/" ~ x)) }} {{ css | default("/static/no.css") | upper }}
        """);
    write(
        "templates/b.ftlh",
        """
        ${autoversion(page.css!"/static/4.css")} ${autoversion(css! + "/static/no.css")}
        ${autoversion(css!"/static/" + x)}
        """);
    write("templates/c.html", "<p th:text=\"${#autoversion.url(css ?: '/static/5.css')}\"></p>");
    assertEquals(
        List.of(
            templates.resolve("a.peb") + ":1 /static/1.css",
            templates.resolve("a.peb") + ":1 /static/2.css",
            templates.resolve("a.peb") + ":2 /static/3.css",
            templates.resolve("b.ftlh") + ":1 /static/4.css",
            templates.resolve("c.html") + ":1 /static/5.css"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_freemarkerRawText() throws IOException {
    write(
        "templates/a.ftlh",
        "${autoversion(r\"/static/1.css\")} ${entrypoint([r'/build/2.js', r\"/build/3.js\"])}");
    String at = templates.resolve("a.ftlh") + ":";
    assertEquals(
        List.of(at + "1 /static/1.css", at + "1 /build/2.js", at + "1 /build/3.js"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_thymeleafTagsInOtherForms() throws IOException {
    write(
        "templates/page.html",
        """
        <img av:src=/static/1.png> <img data-av-srcset=/static/2.png>
        <av-entrypoint src="/build/3.js"></av-entrypoint> <av:preload href=/static/4.woff2 />
        <av:entrypoint th:if="${n > 0}" src='/build/5.js'/>

        <img av-src="/static/no.png"> <img av:src=${x}> <av:entrypoint title='>' x="/build/no.js"/>
        """);
    String at = templates.resolve("page.html") + ":";
    assertEquals(
        List.of(
            at + "1 /static/1.png",
            at + "1 /static/2.png",
            at + "2 /build/3.js",
            at + "2 /static/4.woff2",
            at + "3 /build/5.js"),
        found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void assertNoneMissing_allThere() throws IOException {
    write("templates/a.peb", "{{ \"/static/css/app.css\" | autoversion }}");
    write("templates/sub/b.ftlh", "${entrypoint(\"/build/src/main.js\")}");
    write("templates/sub/c.html", "<img th:src=\"@{/static/img/a.png}\">");
    Files.write(templates.resolve("d.png"), new byte[] {(byte) 0x89, 'P', (byte) 0xff});
    check(OnMissing.FAIL).assertNoneMissing(templates);
    check(OnMissing.FAIL).assertNoneMissing(List.of("/static/img/a.png"));
  }

  @Test
  void assertNoneMissing_namesTemplateLineAndNearName() throws IOException {
    Path page = write("templates/a.peb", "<p>\n{{ \"/static/css/ap.css\" | autoversion }}");
    TemplateCheck check = check(OnMissing.WARN);
    String message =
        assertThrows(AssertionError.class, () -> check.assertNoneMissing(templates)).getMessage();
    assertEquals(
        "a reference has nothing behind:\n  "
            + page
            + ":2: no asset for '/static/css/ap.css'; searched directory "
            + folder.resolve("static")
            + "; did you mean '/static/css/app.css'?",
        message);
  }

  @Test
  void assertNoneMissing_nothingToCheck() throws IOException {
    write("templates/a.peb", "<p>autoversion</p>");
    TemplateCheck check = check(OnMissing.KEEP);
    String message =
        assertThrows(AssertionError.class, () -> check.assertNoneMissing(templates)).getMessage();
    assertEquals("no template in " + templates + " has a reference that is a literal", message);
  }

  /**
   * Engines read templates through links, so a check that stops at one would say that all is well.
   */
  @Test
  void missing_linkedFolders() throws IOException {
    Path page = write("templates/sub/a.peb", "{{ \"/static/css/ap.css\" | autoversion }}");
    Path linked = Files.createSymbolicLink(folder.resolve("linked"), templates);
    Path other = Files.createDirectory(folder.resolve("other"));
    Files.createSymbolicLink(other.resolve("sub"), page.getParent());
    Files.createSymbolicLink(other.resolve("again"), other);
    assertEquals(
        List.of(linked.resolve("sub/a.peb") + ":1 /static/css/ap.css"),
        found(check(OnMissing.KEEP).missing(linked)));
    assertEquals(
        List.of(other.resolve("sub/a.peb") + ":1 /static/css/ap.css"),
        found(check(OnMissing.KEEP).missing(other)));
  }

  @Test
  void missing_latin1() throws IOException {
    Path page = templates.resolve("a.ftl");
    Files.write(page, "Caf\u00e9 ${autoversion(\"/static/\u00e9.css\")}".getBytes(ISO_8859_1));
    assertEquals(
        List.of(page + ":1 /static/\u00e9.css"), found(check(OnMissing.KEEP).missing(templates)));
  }

  @Test
  void missing_noFolder() {
    Path none = folder.resolve("none");
    TemplateCheck check = check(OnMissing.KEEP);
    assertThrows(NoSuchFileException.class, () -> check.missing(none));
  }

  private TemplateCheck check(OnMissing policy) {
    return new TemplateCheck(
        Autoversion.builder()
            .directory("/static", folder.resolve("static"))
            .manifest("/build", new OwnManifest())
            .onMissing(policy)
            .build());
  }

  private static List<String> found(List<Missing> missing) {
    return missing.stream().map(each -> each.place() + " " + each.reference()).toList();
  }

  private Path write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
