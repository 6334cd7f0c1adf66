package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.autoversion.Autoversion;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import shop.Shop;

/**
 * Tests of a user's own that start a part of the application; each line has annotations of its own
 * for that.
 */
@ContextConfiguration(classes = Shop.class)
@TestPropertySource(properties = "spring.thymeleaf.view-names=thymeleaf")
abstract class Slice {
  private static final String APP = "/js/app-750841c8e8e1.js";

  abstract static class Mvc extends Slice {
    @Autowired MockMvc mvc;
    @Autowired Autoversion autoversion;

    @Test
    void page_linksVersioned() throws Exception {
      assertEquals(APP, autoversion.url("/js/app.js"));
      String page =
          mvc.perform(MockMvcRequestBuilders.get("/page/thymeleaf"))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertTrue(page.contains("src=\"" + APP + "\""), page);
    }
  }

  abstract static class Flux extends Slice {
    @Autowired WebTestClient client;

    @Test
    void asset_answered() {
      // Not by its assertions: on one line they return another type than on the other.
      FluxExchangeResult<byte[]> got = client.get().uri(APP).exchange().returnResult(byte[].class);
      assertEquals(200, got.getStatus().value());
      assertEquals(
          "public, max-age=31536000, immutable",
          got.getResponseHeaders().getFirst("Cache-Control"));
    }
  }
}
