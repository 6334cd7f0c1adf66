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
 *       both which files are copies; the rest are sources.
 *   <li>{@code Standing} compares stamps. Where no file has changed, nothing else is asked.
 *   <li>Else {@code Site}, an {@code Autoversion} like any other, is asked for the URL of each
 *       source. What it reads for that goes through {@code ReadOnce}, which hashes the bytes once
 *       more for integrity and has {@code Copies} write them. What holds references is written as
 *       the site would answer its URL.
 *   <li>{@code CodingWork} makes content codings, largest files first.
 *   <li>{@code ManifestStore} keeps the manifest that was, and puts the new one in its place by one
 *       atomic rename. Then the journal goes.
 * </ol>
 */
@NullMarked
package dev.autoversion.fingerprint;

import org.jspecify.annotations.NullMarked;
