/** Reads the manifests of bundlers. */
module dev.autoversion.manifest {
  requires com.fasterxml.jackson.core;
  requires transitive dev.autoversion;
  requires static org.jspecify;

  exports dev.autoversion.manifest;
}
