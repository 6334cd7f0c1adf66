/** What {@code ./mvnw -q -Pexample compile} says before a long silence. */
class FirstBuild {
  public static void main(String[] arguments) {
    System.out.println("Building. The first time takes about two minutes, later ones seconds.");
  }
}
