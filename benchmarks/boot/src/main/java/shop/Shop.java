package shop;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** An application that knows nothing of us. */
@SpringBootApplication
@Controller
public class Shop {
  public static void main(String[] args) {
    SpringApplication.run(Shop.class, args);
  }

  /** A page of ten links to other pages, and without an asset. */
  @GetMapping("/owners")
  public String owners() {
    return "owners";
  }
}
