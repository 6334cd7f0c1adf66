/**
 * Versions for static assets. {@link dev.autoversion.Autoversion} is the way in; {@link
 * dev.autoversion.AssetSource}, {@link dev.autoversion.VersionStrategy} and {@link
 * dev.autoversion.Placement} answer its three independent questions: where a file lives, which
 * token changes when the file does, and where that token goes in the URL.
 *
 * <h2>The house</h2>
 *
 * The package is flat, so that implementations can stay package-private; these are its storeys,
 * from the top down. Each class lives on one storey and knows only classes on the same one or below
 * ({@code ArchitectureTest} enforces it, {@code Storey} lists who lives where).
 *
 * <ul>
 *   <li><b>pages</b>: {@code dev.autoversion.page}, the HTML that a page needs for its assets.
 *       Knows only our public types.
 *   <li><b>face</b>: {@code Autoversion} and its builder.
 *   <li><b>responding</b>: what is sent for a versioned URL. {@code Replies} tell what a URL stands
 *       for, {@code Preparation} reads its bytes, {@code Compression} makes content codings, {@code
 *       Rewriter} puts versions into a referrer's references, {@code CoverCheck} compares those
 *       with what the referrer's version covers.
 *   <li><b>answering</b>: {@code Answers} remembers what a reference became; a {@code Resolver}
 *       tells what stands behind it; each mount decides which one.
 *   <li><b>finding</b>: {@code AssetFinder} looks for the asset that a URL names, {@code
 *       AssetLookup} looks at it, {@code References} and {@code Covering} follow what it refers to.
 *   <li><b>remembering</b>: {@code VersionCache}, the only class that uses Caffeine, and what it
 *       holds.
 *   <li><b>mounting</b>: {@code Mounts} cut a reference into a mount and a {@code SitePath}.
 *   <li><b>codings</b>: what HTTP says about bytes: {@code Coding}, {@code AcceptEncoding}, {@code
 *       EntityTags}; one class each uses brotli4j and zstd-jni.
 *   <li><b>sources</b>, <b>strategies</b>, <b>placements</b>: three seams; none knows another.
 *   <li><b>ground</b>: values used throughout: {@code Version}, {@code LogicalPath}, {@code Asset}.
 *   <li><b>cellar</b>: {@code dev.autoversion.reference}, how scripts and referrers (stylesheets,
 *       SVG images, web app manifests) are read. Imports nothing of ours.
 * </ul>
 *
 * <p>The seams' interfaces have factories for our implementations: {@code Placement.fileName()} is
 * all that a user needs to know, so {@code FileNamePlacement} can stay package-private.
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
 * Answer} in the slot of this reference. If it belongs to this reference and {@code Freshness}
 * finds it recent enough, {@code Counters} count a hit and its URL is returned. No text is cut,
 * nothing is allocated, no lock is taken.
 *
 * <h2>One miss</h2>
 *
 * {@code Mounts} find the mount by the text alone; if there is none, the reference comes back
 * unchanged. A {@code Look} is opened; the mount's {@code Resolver} has {@code AssetFinder} take a
 * version out of the URL ({@code Placement}) and ask {@code AssetLookup} for each name it may have.
 * {@code AssetLookup} finds the {@code Asset} in the {@code AssetSource}, compares its {@code
 * Stamp} with the last {@code Sighting}, and reads it only if they differ, one thread at a time. A
 * referrer gets a version that covers everything it reaches ({@code References}, {@code Covering}).
 * {@code Placing} turns the {@code Resolution} into an {@code Answer}, which {@code VersionCache}
 * remembers. Under a mount with manifests, {@code ManifestResolver} asks its {@code Build} first;
 * what that knows needs no file.
 *
 * <h2>One request</h2>
 *
 * {@code Responder} asks {@code Replies}, which remember the {@code Reply} to a URL, or resolve it
 * as above. If it carries the asset's current version, {@code VersionCache} has its {@code
 * Representations}, or {@code Preparation} reads the bytes once and hashes them. {@code
 * Compression} selects a content coding; {@code Conditions} and {@code ByteRange} decide how much
 * of it is sent, from memory or from a file that is checked until its last byte has left.
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
 *   <li>HTML made from answers, such as import maps: {@code dev.autoversion.page}, which knows only
 *       public types
 *   <li>a template engine: a module of its own; CONTRIBUTING.md has the list of files
 * </ul>
 *
 * <h2>Why each public type is public</h2>
 *
 * <ul>
 *   <li>{@code Autoversion}: the way in; everything else is reached through it.
 *   <li>{@code AssetSource}, {@code Asset}, {@code Stamp}, {@code LogicalPath}: what a user's own
 *       source implements, returns and is asked for.
 *   <li>{@code VersionStrategy}, {@code Version}, {@code Bundle}, {@code
 *       UnversionedAssetException}: the same for a user's own strategy.
 *   <li>{@code Placement}, {@code AssetUrl}: the same for a user's own placement.
 *   <li>{@code Manifest}: what a build leaves behind, in any format.
 *   <li>{@code OnMissing}, {@code MissingAssetException}: what to do about a missing asset, and the
 *       exception for it.
 *   <li>{@code Explanation}, {@code CacheStats}, {@code ResponseStats}, {@code WarmUp}: what an
 *       {@code Autoversion} tells about its own work.
 *   <li>{@code AssetRequest}, {@code AssetResponse}, {@code Storing}: what a server's adapter asks,
 *       what it sends, and what caches may do with the server's own answer.
 * </ul>
 */
@NullMarked
package dev.autoversion;

import org.jspecify.annotations.NullMarked;
