package dev.autoversion;

import com.tngtech.archunit.core.domain.JavaClass;
import java.util.Arrays;
import java.util.Set;

/** The storeys of the core, from the top down, and who lives where. */
enum Storey {
  PAGES(),
  FACE("Autoversion", "Mounted", "Option"),
  RESPONDING(
      "CodedFiles",
      "Bounded",
      "ByteRange",
      "Comparison",
      "Conditions",
      "CoverCheck",
      "Compression",
      "Preparation",
      "Redirect",
      "Replies",
      "Responder",
      "ResponseCounters",
      "Rewriter",
      "Uncoded",
      "Uuid",
      "Wanted"),
  ANSWERING(
      "Answers",
      "Entries",
      "Explanation",
      "Inventory",
      "LiveResolver",
      "ManifestResolver",
      "ModuleGraph",
      "ModuleWalk",
      "Placing",
      "Resolver",
      "Settings",
      "Warming"),
  FINDING(
      "AssetFinder",
      "AssetLookup",
      "Circles",
      "Content",
      "Covering",
      "Build",
      "DevServer",
      "Edited",
      "Edition",
      "Finding",
      "HeldAsset",
      "LatestEdition",
      "Look",
      "Published",
      "Reach",
      "References",
      "Renaming",
      "Resolution",
      "UrlPath"),
  REMEMBERING(
      "Answer",
      "Bytes",
      "FiledBytes",
      "HeldBytes",
      "Imports",
      "ReadOnce",
      "Reading",
      "WatchedBytes",
      "Counters",
      "Cover",
      "MissingReference",
      "ModuleMap",
      "RecentAnswers",
      "Reply",
      "Representation",
      "Representations",
      "Sighting",
      "SharedBytes",
      "SingleFlight",
      "Steadiness",
      "VersionCache",
      "Warnings"),
  MOUNTING(
      "Copies",
      "EditDistance",
      "Glob",
      "Hosting",
      "Mount",
      "MountedUrl",
      "Mounts",
      "SiteAddress",
      "SitePath",
      "Suggestion"),
  CODINGS(
      "AcceptEncoding",
      "BrotliCodec",
      "Codec",
      "Codecs",
      "Coding",
      "EntityTags",
      "GzipCodec",
      "HttpDate",
      "TextCheck",
      "ZstdCodec"),
  SOURCES(
      "Absence",
      "ArchiveEntry",
      "ArchiveTour",
      "AssetSource",
      "ClassPath",
      "ClasspathAsset",
      "ClasspathIndex",
      "ClasspathSource",
      "DirectorySource",
      "Failures",
      "FirstOf",
      "Folder",
      "InTurn",
      "JdkModules",
      "ListedAssets",
      "Listing",
      "Once",
      "OpenArchive",
      "Spelling",
      "WindowsNames"),
  STRATEGIES(
      "ContentHashStrategy",
      "FixedTime",
      "FixedVersionStrategy",
      "GitCommitStrategy",
      "GitFileCommitStrategy",
      "GitHistory",
      "LastModifiedStrategy",
      "PythonFloat",
      "VersionStrategy"),
  PLACEMENTS("FileNamePlacement", "PathSegmentPlacement", "Placement", "QueryPlacement"),
  GROUND(
      "Asset",
      "AssetRequest",
      "AssetResponse",
      "Storing",
      "AssetUrl",
      "Bundle",
      "CacheStats",
      "DeadEnd",
      "Facts",
      "FileAsset",
      "Freshness",
      "LogicalPath",
      "Manifest",
      "MediaType",
      "MissingAssetException",
      "OnMissing",
      "PercentEncoding",
      "Printable",
      "PublishedFile",
      "ResponseStats",
      "ServedManifest",
      "Stamp",
      "UnversionedAssetException",
      "UrlParts",
      "UrlPrefix",
      "Version",
      "WarmUp",
      "WrappedAsset"),
  CELLAR();

  /** None of the three knows another. */
  static final Set<Storey> SEAMS = Set.of(SOURCES, STRATEGIES, PLACEMENTS);

  private final Set<String> classes;

  Storey(String... classes) {
    this.classes = Set.of(classes);
  }

  /** The classes that live here, by name; none where a package of its own is told by its name. */
  Set<String> classes() {
    return classes;
  }

  /** Whether a class lives here; nested ones live with the one around them. */
  boolean holds(JavaClass type) {
    String name = type.getName();
    boolean inRoot = type.getPackageName().equals("dev.autoversion");
    String outermost = name.substring(name.lastIndexOf('.') + 1).split("\\$")[0];
    return switch (this) {
      case PAGES -> name.startsWith("dev.autoversion.page.");
      case CELLAR -> name.startsWith("dev.autoversion.reference.");
      default -> inRoot && classes.contains(outermost);
    };
  }

  /** Whether what lives here may know what lives there: only what is below, or next door. */
  boolean mayKnow(Storey other) {
    boolean apart = SEAMS.contains(this) && SEAMS.contains(other);
    return this == other || !apart && compareTo(other) < 0;
  }

  static Set<Storey> of(JavaClass type) {
    return Set.copyOf(Arrays.stream(values()).filter(storey -> storey.holds(type)).toList());
  }
}
