/**
 * Build time: a copy of each asset under its versioned name, coded as small as can be, and the
 * manifest that names them. Two doors, and all that comes out of them is a value:
 *
 * <pre>{@code
 * FingerprintReport report = Fingerprint.of(Path.of("target/classes/static")).prefix("/static").run();
 * CleaningReport cleaned = Cleaning.of(Path.of("target/classes/static")).prefix("/static").run();
 * }</pre>
 *
 * {@link dev.autoversion.fingerprint.Fingerprint#dryRun()} writes nothing; its report's {@link
 * dev.autoversion.fingerprint.FingerprintReport#isUpToDate()} is what a check asks for. Each option
 * is told once. What is told wrong is an {@link IllegalArgumentException} or {@link
 * IllegalStateException} in its own call, what can't be read or written an {@link
 * java.io.IOException} from {@code run()}, after which all is as it was before.
 *
 * <p>The command line is the module's jar with the classifier {@code cli}.
 *
 * <h2>How a run goes</h2>
 *
 * <ol>
 *   <li>{@code Journal} is opened and locked: the names of copies are noted there before they are
 *       made. {@code ManifestStore} has what earlier runs have left behind, {@code Output} knows by
 *       both which files are copies; the rest are sources. Who may not write a journal only looks,
 *       which is enough where nothing is to be written.
 *   <li>{@code Standing} compares stamps. Where no file has changed, nothing else is asked. A
 *       {@code SourceStamp} is kept of what had not changed since the journal was opened, a {@code
 *       Moment} by the clock of the file system.
 *   <li>Else {@code PlainCopies} reads each source once: the same bytes give its version, its
 *       integrity and the copy. What holds references is left to {@code Referrers}, which asks
 *       {@code Site}, an {@code Autoversion} like any other that knows those versions, and writes
 *       what it would answer.
 *   <li>{@code CodingWork} makes content codings, largest files first.
 *   <li>{@code ManifestStore} keeps the manifest that was, and puts the new one in its place by one
 *       atomic rename. Then the journal goes.
 * </ol>
 */
@NullMarked
package dev.autoversion.fingerprint;

import org.jspecify.annotations.NullMarked;
