package extras;

import com.hubspot.jinjava.Jinjava;
import io.pebbletemplates.pebble.PebbleEngine;
import io.pebbletemplates.pebble.loader.ClasspathLoader;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The engines that an application configures by itself. */
@Configuration(proxyBeanMethods = false)
public class OtherEngines {
  @Configuration(proxyBeanMethods = false)
  static class Engines {
    @Bean
    PebbleEngine pebble() {
      ClasspathLoader loader = new ClasspathLoader();
      loader.setPrefix("templates");
      return new PebbleEngine.Builder().loader(loader).build();
    }

    @Bean
    Jinjava jinjava() {
      return new Jinjava();
    }
  }

  @RestController
  static class EnginePages {
    private final PebbleEngine pebble;
    private final Jinjava jinjava;

    EnginePages(PebbleEngine pebble, Jinjava jinjava) {
      this.pebble = pebble;
      this.jinjava = jinjava;
    }

    @GetMapping("/pebble")
    String pebble() throws IOException {
      StringWriter page = new StringWriter();
      pebble.getTemplate("/pebble.peb").evaluate(page);
      return page.toString();
    }

    @GetMapping("/jinjava")
    String jinjava() {
      return jinjava.render(
          "<script src=\"{{ '/shop/js/app.js'|autoversion }}\"></script>", Map.of());
    }
  }
}
