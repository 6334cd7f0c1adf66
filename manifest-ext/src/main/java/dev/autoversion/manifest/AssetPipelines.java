package dev.autoversion.manifest;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The manifests of web frameworks that hash files without bundling: Rails, Django, Phoenix, Grails.
 */
final class AssetPipelines {
  private AssetPipelines() {}

  /** Django: {@code paths}. */
  static Contents django(Node document, Contents.Builder contents) throws ManifestException {
    for (Node path : document.get("paths").members()) {
      contents.name(path);
    }
    return contents.build(FlatMap.ofNames(contents));
  }

  /** Phoenix: {@code latest}, and {@code digests} with all files ever made. */
  static Contents phoenix(Node document, Contents.Builder contents) throws ManifestException {
    for (Node path : document.get("latest").members()) {
      contents.name(path);
    }
    for (Node file : document.get("digests").objects()) {
      String hash = file.get("sha512").textOrNone();
      contents.integrity(
          contents.file(file.key(), file),
          hash.isEmpty() || hash.startsWith("sha512-") ? hash : "sha512-" + hash);
    }
    return contents.build(FlatMap.ofNames(contents));
  }

  /** Sprockets: {@code assets}, and {@code files} with all files ever made. */
  static Contents sprockets(Node document, Contents.Builder contents) throws ManifestException {
    for (Node path : document.get("assets").members()) {
      contents.name(path);
    }
    for (Node file : document.get("files").objects()) {
      contents.integrity(contents.file(file.key(), file), file.get("integrity").textOrNone());
    }
    return contents.build(FlatMap.ofNames(contents));
  }

  /** Propshaft: objects with {@code digested_path}; strings before 1.2. */
  static Contents propshaft(Node document, Contents.Builder contents) throws ManifestException {
    for (Node asset : document.members()) {
      Node path = asset.isObject() ? asset.get("digested_path") : asset;
      String file = contents.file(path);
      contents.name(asset.key(), file);
      contents.integrity(file, asset.get("integrity").textOrNone());
    }
    return contents.build(FlatMap.ofNames(contents));
  }

  /** asset-pipeline: a properties file, in UTF-8 or else in its readers' ISO-8859-1. */
  static Node properties(byte[] bytes) throws ManifestException {
    String text = text(bytes);
    String start = text.stripLeading();
    if (start.startsWith("<") || start.startsWith("{")) {
      throw new ManifestException(
          "it is not a properties file, since it begins with " + start.charAt(0));
    }
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text));
    } catch (IllegalArgumentException | IOException e) {
      throw new ManifestException(
          "it is not a properties file: " + Shown.plain(String.valueOf(e)), e);
    }
    Map<String, String> sorted = new TreeMap<>();
    properties.stringPropertyNames().forEach(key -> sorted.put(key, properties.getProperty(key)));
    return Node.root(sorted);
  }

  private static String text(byte[] bytes) {
    try {
      return DocumentText.of(bytes).text();
    } catch (IOException e) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
