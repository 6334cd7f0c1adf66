package dev.autoversion.jinjava;

/** The contract, written with the function. */
class JinjavaFunctionContractTest extends JinjavaContractTest {
  @Override
  protected String print(String variable) {
    return "{{ autoversion(" + variable + ") }}";
  }

  @Override
  protected String printRaw(String variable) {
    return "{{ autoversion(" + variable + ")|safe }}";
  }

  @Override
  protected String printSafe(String variable) {
    return "{{ autoversion(" + variable + "|safe) }}";
  }

  @Override
  protected String printTwice(String variable) {
    return "{{ autoversion(autoversion(" + variable + ")) }}";
  }

  @Override
  protected String printOrElse(String variable, String otherwise) {
    return "{{ autoversion(" + variable + ")|default('" + otherwise + "') }}";
  }

  @Override
  protected String printList(String variable) {
    return "{{ autoversion(" + variable + ")|join(', ') }}";
  }

  @Override
  protected String printConcatenation(String variable) {
    return print("'/s/' ~ " + variable);
  }

  @Override
  protected String text(String word, String variable) {
    return "{{ " + word + "(" + variable + ") }}";
  }

  @Override
  protected String textOrElse(String word, String variable, String otherwise) {
    return "{{ " + word + "(" + variable + ")|default('" + otherwise + "') }}";
  }

  @Override
  protected String textList(String word, String variable) {
    return "{{ " + word + "(" + variable + ")|join(', ') }}";
  }

  @Override
  protected String tags(String word, String variable, String attributesVariable) {
    return text(word, variable + ", " + attributesVariable);
  }
}
