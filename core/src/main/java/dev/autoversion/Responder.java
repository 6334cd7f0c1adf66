package dev.autoversion;

import java.util.Optional;

/** Answers requests. */
final class Responder {
  private final Answers answers;

  Responder(Settings settings, Answers answers) {
    this.answers = answers;
  }

  Optional<AssetResponse> respond(AssetRequest request) {
    return Optional.empty();
  }

  Storing storing(AssetRequest request) {
    return Storing.AS_IT_SAYS;
  }

  Optional<String> integrity(String reference) {
    return Optional.empty();
  }

  WarmUp warmUp() {
    return answers.warmUp();
  }
}
