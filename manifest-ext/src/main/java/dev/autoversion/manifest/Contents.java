package dev.autoversion.manifest;

import dev.autoversion.LogicalPath;
import dev.autoversion.Manifest.Copy;
import dev.autoversion.Manifest.Entry;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a manifest says, whatever its format. Never changes. */
final class Contents {
  private final Map<String, String> names;
  private final Set<String> unlisted;
  private final Map<String, String> integrity;
  private final Set<String> files;
  private final Map<String, String> imports;
  private final Map<String, Copy> copies;
  private final Map<String, Contents> sections;
  private final Entries entries;

  private Contents(Builder builder, Entries entries) {
    this.names = builder.names;
    this.unlisted = builder.unlisted;
    this.integrity = builder.integrity;
    this.files = builder.files;
    this.imports = builder.imports;
    this.copies = builder.copies;
    this.sections = builder.sections;
    this.entries = entries;
  }

  /** The file under a name; a leading slash makes no difference. */
  Optional<String> published(String name) {
    return Optional.ofNullable(file(name));
  }

  Optional<Entry> entry(String name) {
    Optional<Entry> entry = entries.find(name);
    return entry.isPresent() ? entry : entries.find(withOrWithoutSlash(name));
  }

  /** The integrity of a name's file, or of a file itself. */
  Optional<String> integrity(String name) {
    String file = file(name);
    return Optional.ofNullable(integrity.get(file == null ? name : file));
  }

  /** What is known about a name's file, or a file itself. */
  Optional<Copy> copy(String name) {
    String file = file(name);
    return Optional.ofNullable(copies.get(file == null ? name : file));
  }

  /** The contents for each mount, by its prefix; none if everything is for one mount. */
  Map<String, Contents> sections() {
    return Collections.unmodifiableMap(sections);
  }

  /** Names as references write them, without a leading slash; none that contains a hash. */
  Set<String> names() {
    Set<String> bare = new LinkedHashSet<>();
    names.keySet().stream()
        .filter(name -> !unlisted.contains(name))
        .forEach(name -> bare.add(name.startsWith("/") ? name.substring(1) : name));
    return bare;
  }

  Set<String> files() {
    return Collections.unmodifiableSet(files);
  }

  /** How modules name one another, as in an import map. */
  Map<String, String> imports() {
    return Collections.unmodifiableMap(imports);
  }

  /** A path as in URLs: {@code css\app.css}, from a build on Windows, gets a slash. */
  static String slashed(String path) {
    return path.replace('\\', '/');
  }

  private @Nullable String file(String name) {
    String file = names.get(name);
    return file == null ? names.get(withOrWithoutSlash(name)) : file;
  }

  private static String withOrWithoutSlash(String name) {
    return name.startsWith("/") ? name.substring(1) : "/" + name;
  }

  /** Collects what a manifest says, leaving out what is not safe. */
  static final class Builder {
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Set<String> unlisted = new HashSet<>();
    private final Map<String, String> integrity = new LinkedHashMap<>();
    private final Set<String> files = new LinkedHashSet<>();
    private final Map<String, String> imports = new LinkedHashMap<>();
    private final Map<String, Copy> copies = new HashMap<>();
    private final Map<String, Contents> sections = new LinkedHashMap<>();
    private final Remarks remarks;

    Builder(Remarks remarks) {
      this.remarks = remarks;
    }

    Remarks remarks() {
      return remarks;
    }

    /** A member of an object: its key is the name of the file that is its value. */
    void name(Node member) throws ManifestException {
      name(member.key(), file(member));
    }

    /** A name and its file, already checked; ignored if the file is "". */
    void name(String name, String file) {
      if (name.indexOf('\\') >= 0) {
        alias(slashed(name), file);
      } else if (!file.isEmpty()) {
        names.put(name, file);
      }
    }

    /** Another name for a file, unless the manifest already uses that name. */
    void alias(String name, String file) {
      if (!name.isEmpty() && !file.isEmpty()) {
        names.putIfAbsent(name, file);
      }
    }

    /** A file's name that contains its hash: it can be asked for, but no page writes it. */
    void unlisted(String name, String file) {
      if (!file.isEmpty() && names.putIfAbsent(name, file) == null) {
        unlisted.add(name);
      }
    }

    /** The file of a name, or null. */
    @Nullable String fileNamed(String name) {
      return names.get(name);
    }

    /** Adds a file without a name of its own; "" if no page should load it, which is logged. */
    String file(Node at) throws ManifestException {
      return file(at.text(), at);
    }

    /** Adds a file by its plain name, in which no character has a meaning as in a URL. */
    String file(LogicalPath path) {
      files.add(path.value());
      return path.value();
    }

    /** Adds a file by a text that was made from the value at {@code at}; "" if that is not safe. */
    String file(String text, Node at) {
      String safe = safe(text, at);
      if (!safe.isEmpty()) {
        files.add(safe);
      }
      return safe;
    }

    /** The file of a text, or of an object with {@code src} and {@code integrity}. */
    String item(Node at) throws ManifestException {
      if (!at.isObject()) {
        return file(at);
      }
      String file = file(at.get("src"));
      integrity(file, at.get("integrity").textOrNone());
      return file;
    }

    /** A member of an import map: the name that modules ask for, and the file that it means. */
    void imports(Node at) throws ManifestException {
      String asked = safe(at.key(), at);
      String file = safe(at.text(), at);
      if (!asked.isEmpty() && !file.isEmpty()) {
        imports.put(asked, file);
      }
    }

    private String safe(String text, Node at) {
      String mended = FileText.mended(text);
      String fault = FileText.fault(mended);
      if (fault.isEmpty()) {
        return mended;
      }
      remarks.say(
          at.path()
              + " is "
              + Shown.quoted(text)
              + ", which "
              + fault
              + "; it is treated as missing");
      return "";
    }

    /** The integrity of a file, as written; ignored if either is "". */
    void integrity(String file, String value) {
      if (!file.isEmpty() && !value.isBlank()) {
        integrity.put(file, value.strip());
      }
    }

    /** What is known about a file, already checked. */
    void copy(String file, Copy copy) {
      copies.put(file, copy);
    }

    /** The contents for one mount; true if there were some already. */
    boolean section(String prefix, Contents contents) {
      return sections.put(Section.plain(prefix), contents) != null;
    }

    Contents build(Entries entries) {
      return new Contents(this, entries);
    }
  }
}
