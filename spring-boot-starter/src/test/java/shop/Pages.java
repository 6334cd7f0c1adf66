package shop;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseBody;

/** Pages of the engines that Spring Boot configures, for MVC and WebFlux. */
@Controller
public class Pages {
  @GetMapping("/page/{view}")
  public String page(@PathVariable("view") String view) {
    return view;
  }

  @GetMapping("/owners/{id}")
  @ResponseBody
  public String owner(@PathVariable("id") String id) {
    return "owner " + id;
  }
}
