package dev.autoversion.spring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.autoversion.Autoversion;
import extras.Gate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.reactive.WebFluxTest;
import org.springframework.boot.test.autoconfigure.web.servlet.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import shop.Shop;

/** Tests of a user's own that start a part of the application, on this line. */
class SlicesTest {
  @Nested
  @WebMvcTest
  @ContextConfiguration(classes = Shop.class)
  @Import(Gate.class)
  @TestPropertySource(properties = "spring.thymeleaf.view-names=thymeleaf")
  class Mvc {
    @Autowired MockMvc mvc;
    @Autowired Autoversion autoversion;

    @Test
    void page_linksVersioned() throws Exception {
      String page =
          mvc.perform(MockMvcRequestBuilders.get("/page/thymeleaf"))
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertEquals("/js/app-750841c8e8e1.js", autoversion.url("/js/app.js"));
      assertNotNull(page);
      assertEquals(1, page.split("src=\"/js/app-750841c8e8e1.js\"", -1).length - 1, page);
    }
  }

  @Nested
  @WebFluxTest
  @ContextConfiguration(classes = Shop.class)
  @Import(Gate.class)
  @TestPropertySource(properties = "spring.thymeleaf.view-names=thymeleaf")
  class Flux {
    @Autowired WebTestClient client;

    @Test
    void asset_answered() {
      client
          .get()
          .uri("/js/app-750841c8e8e1.js")
          .exchange()
          .expectStatus()
          .isOk()
          .expectHeader()
          .valueEquals("Cache-Control", "public, max-age=31536000, immutable");
    }
  }
}
