/** Versions for static assets: the URL of a file changes exactly when the file does. */
@SuppressWarnings("requires-automatic") // JGit has no module descriptor; it is optional.
module dev.autoversion {
  requires com.github.benmanes.caffeine;
  requires static com.aayushatharva.brotli4j;
  requires static com.github.luben.zstd_jni;
  requires static org.eclipse.jgit;
  requires static transitive org.jspecify;

  exports dev.autoversion;
  exports dev.autoversion.page;
}
