package dev.autoversion.examples;

import dev.autoversion.Autoversion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A block that is a template: which engine's, and what it renders. */
record TemplateBlock(Block block, Engine engine) {
  static Optional<TemplateBlock> of(Block block) {
    if (block.isFile() || block.isExcused() || block.isOutput()) {
      return Optional.empty();
    }
    return Arrays.stream(Engine.values())
        .filter(engine -> block.mark().equals(engine.path()))
        .findFirst()
        .or(() -> byLanguage(block))
        .map(engine -> new TemplateBlock(block, engine));
  }

  private static Optional<Engine> byLanguage(Block block) {
    return switch (block.language()) {
      case "twig" -> Optional.of(Engine.PEBBLE);
      case "ftl" -> Optional.of(Engine.FREEMARKER);
      case "jinja" -> Optional.of(Engine.JINJAVA);
      case "html" ->
          block.text().matches("(?s).*\\s(data-)?(th|av)[:-].*")
              ? Optional.of(Engine.THYMELEAF)
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  /** Renders it as the example site does, with the folder's {@code static} at {@code /static}. */
  String render(Path folder) throws IOException {
    SiteFolder templates = new SiteFolder(folder);
    Path file = templates.templates(engine).resolve(engine.file("block"));
    Files.createDirectories(file.getParent());
    Files.writeString(file, block.text());
    Autoversion autoversion =
        Autoversion.builder().directory("/static", templates.staticFiles()).build();
    return engine.pages(templates, autoversion).render("block", Map.of());
  }
}
