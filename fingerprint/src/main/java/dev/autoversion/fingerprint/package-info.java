/**
 * For builds: writes a copy of each asset under its versioned name, compressed variants, and the
 * manifest that names them. There are two entry points, and both return values:
 *
 * <pre>{@code
 * FingerprintReport report = Fingerprint.of(Path.of("target/classes/static")).prefix("/static").run();
 * CleaningReport cleaned = Cleaning.of(Path.of("target/classes/static")).prefix("/static").run();
 * }</pre>
 *
 * {@link dev.autoversion.fingerprint.Fingerprint#dryRun()} writes nothing; a check uses its
 * report's {@link dev.autoversion.fingerprint.FingerprintReport#isUpToDate()}. Each option may be
 * set once. A wrong option throws {@link IllegalArgumentException} or {@link IllegalStateException}
 * immediately; if something can't be read or written, {@code run()} throws {@link
 * java.io.IOException}, and everything is as it was before.
 *
 * <p>The command line is the module's jar with the classifier {@code cli}.
 *
 * <h2>How a run goes</h2>
 *
 * <ol>
 *   <li>{@code Journal} is opened and locked: the names of copies are recorded there before they
 *       are made. {@code ManifestStore} has the manifests of earlier runs; from both, {@code
 *       MadeFiles} knows which files are copies, by their {@code RealNames}; {@code Sources} lists
 *       the rest. A run that can't write a journal only looks, which is enough if there is nothing
 *       to write.
 *   <li>{@code UpToDateCheck} compares stamps. If no file has changed, nothing else is done. A
 *       {@code SourceStamp} is kept for files that have not changed since the journal was opened, a
 *       {@code Moment} by the clock of the file system.
 *   <li>Otherwise {@code PlainCopies} reads each source once: the same bytes give its version, its
 *       integrity and the copy. Referrers are left to {@code ReferrerCopies}, which asks {@code
 *       Site}, an ordinary {@code Autoversion} that knows those versions, and writes what it would
 *       answer.
 *   <li>{@code CodingWork} makes content codings, largest files first.
 *   <li>{@code ManifestStore} keeps the old manifest, and puts the new one in its place by an
 *       atomic rename. Then the journal is deleted.
 * </ol>
 */
@NullMarked
package dev.autoversion.fingerprint;

import org.jspecify.annotations.NullMarked;
