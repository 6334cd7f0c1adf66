/**
 * Versions for static assets. {@link dev.autoversion.Autoversion} is the way in; {@link
 * dev.autoversion.AssetSource}, {@link dev.autoversion.VersionStrategy} and {@link
 * dev.autoversion.Placement} answer its three independent questions: where a file lives, what
 * changes when it changes, and where that goes in the URL.
 *
 * <h2>The house</h2>
 *
 * The package is flat, so that what is package-private stays ours; these are its storeys, from the
 * top down. Each class lives on one, and knows only what is next door or below ({@code
 * ArchitectureTest} holds it, {@code Storey} lists who lives where).
 *
 * <ul>
 *   <li><b>pages</b>: {@code dev.autoversion.page}, what a page prints of its assets. Knows only
 *       public types of ours.
 *   <li><b>face</b>: {@code Autoversion} and its builder.
 *   <li><b>responding</b>: what is sent for a versioned URL. {@code Replies} tell what a URL is,
 *       {@code Preparation} reads its bytes, {@code Packing} makes content codings, {@code
 *       Rewriter} puts versions into a referrer's references, {@code CoverCheck} compares them with
 *       what its version covers.
 *   <li><b>answering</b>: {@code Answers} remembers what a reference became; a {@code Resolver}
 *       tells what stands behind it. Which one is decided by the mount.
 *   <li><b>finding</b>: {@code AssetFinder} looks for the asset that a URL names, {@code
 *       AssetLookup} looks at it, {@code References} and {@code Covering} follow what it refers to.
 *   <li><b>remembering</b>: {@code VersionCache}, the one door to Caffeine, and what is in it.
 *   <li><b>mounting</b>: {@code Mounts} cut a reference into a mount and a {@code SitePath}.
 *   <li><b>codings</b>: what HTTP says of bytes: {@code Coding}, {@code Acceptance}, {@code
 *       EntityTags}; brotli4j and zstd-jni have one door each.
 *   <li><b>sources</b>, <b>strategies</b>, <b>placements</b>: three seams; none knows another.
 *   <li><b>ground</b>: values that all speak of, {@code Version}, {@code LogicalPath}, {@code
 *       Asset}.
 *   <li><b>cellar</b>: {@code dev.autoversion.reference}, how a script is read, and how a referrer:
 *       a stylesheet, an SVG image or a web app manifest. Knows nothing of ours.
 * </ul>
 *
 * <p>The factories of the seams point at implementations next door: {@code Placement.fileName()} is
 * all that a user needs to know, so that {@code FileNamePlacement} can stay ours.
 *
 * <h2>The spine, in reading order</h2>
 *
 * <ol>
 *   <li>{@code Answers}
 *   <li>{@code RecentAnswers}
 *   <li>{@code Answer}
 *   <li>{@code VersionCache}
 *   <li>{@code Mounts}
 *   <li>{@code MountedUrl}
 *   <li>{@code SitePath}
 *   <li>{@code LiveResolver}
 *   <li>{@code Resolution}
 *   <li>{@code AssetFinder}
 *   <li>{@code Look}
 *   <li>{@code AssetLookup}
 *   <li>{@code Sighting}
 * </ol>
 *
 * <h2>One hit</h2>
 *
 * {@code Autoversion.url} asks {@code Answers}, which asks {@code RecentAnswers} for the {@code
 * Answer} that has this reference's place. It is that reference's, and young enough by {@code
 * Freshness}: {@code Counters} count it, and its URL is returned. No text is cut, nothing is
 * allocated, no lock is taken.
 *
 * <h2>One miss</h2>
 *
 * {@code Mounts} find the mount by the text alone, or the reference comes back. A {@code Look} is
 * opened; the mount's {@code Resolver} has {@code AssetFinder} take a version out of the URL
 * ({@code Placement}) and ask {@code AssetLookup} for each name it may have. That finds the {@code
 * Asset} in the {@code AssetSource}, compares its {@code Stamp} with the last {@code Sighting}, and
 * reads it only if that moved, one thread at a time. A referrer gets the version that covers all it
 * reaches ({@code References}, {@code Covering}). {@code Placing} makes an {@code Answer} of the
 * {@code Resolution}, which {@code VersionCache} remembers. Under a mount with manifests {@code
 * ManifestResolver} asks its {@code Build} first, and no file is looked at.
 *
 * <h2>One request</h2>
 *
 * {@code Responder} asks {@code Replies}, which remember the {@code Reply} to a URL, or resolve it
 * as above. If it carries the asset's current version, {@code VersionCache} has its {@code
 * Representations}, or {@code Preparation} reads the bytes once and hashes them. {@code Packing}
 * selects a content coding, {@code Conditions} and {@code ByteRange} what is sent of it: bytes in
 * memory, or part of a file that is checked until its last byte has left.
 *
 * <h2>Where a new thing goes</h2>
 *
 * <ul>
 *   <li>a placement, strategy or source: one class in its seam, and a factory on the interface
 *   <li>another way to find versions: a {@code Resolver} beside {@code LiveResolver} and {@code
 *       ManifestResolver}, chosen by mount in {@code Answers}
 *   <li>another format of manifests: {@code dev.autoversion.manifest}, a module of its own
 *   <li>references in another format: a {@code Referrer} in {@code dev.autoversion.reference},
 *       named by {@code ReferenceFormat}
 *   <li>HTML made of answers, such as import maps: {@code dev.autoversion.page}, which knows only
 *       public types
 *   <li>a template engine: a module of its own; CONTRIBUTING.md has the list of files
 * </ul>
 *
 * <h2>Why each public type is one</h2>
 *
 * <ul>
 *   <li>{@code Autoversion}: the way in; all else is asked of it.
 *   <li>{@code AssetSource}, {@code Asset}, {@code Stamp}, {@code LogicalPath}: what a source of a
 *       user's own implements, gives and is asked for.
 *   <li>{@code VersionStrategy}, {@code Version}, {@code Bundle}, {@code
 *       UnversionedAssetException}: the same for a strategy.
 *   <li>{@code Placement}, {@code AssetUrl}: the same for a placement.
 *   <li>{@code Manifest}: what a build leaves behind, in whatever form.
 *   <li>{@code OnMissing}, {@code MissingAssetException}: a choice, and what one of its three does.
 *   <li>{@code Explanation}, {@code CacheStats}, {@code ResponseStats}, {@code WarmUp}: answers
 *       about answers.
 *   <li>{@code AssetRequest}, {@code AssetResponse}, {@code Storing}: what an adapter to a server
 *       asks, sends, and has to say where it answers by itself.
 * </ul>
 */
@NullMarked
package dev.autoversion;

import org.jspecify.annotations.NullMarked;
