package dev.autoversion.jinjava;

import com.hubspot.jinjava.JinjavaConfig;

/** The contract, written with the filter, where a chain of filters is one node. */
class JinjavaFilterChainContractTest extends JinjavaContractTest {
  @Override
  JinjavaConfig.Builder config() {
    return Engines.filterChains(true);
  }
}
