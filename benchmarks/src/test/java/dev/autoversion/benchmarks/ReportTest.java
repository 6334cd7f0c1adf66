package dev.autoversion.benchmarks;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
  private static final List<Scores> ROUNDS = List.of(round(10, 13.04), round(20, 22), round(5, 9));

  private static Scores round(double map, double hit) {
    return new Scores(Map.of("map", map, "hit", hit), Map.of("hit", 4.0));
  }

  @Test
  void budgets_medianOfRatiosInEachRound() {
    Row row = Row.ratio("hit / map", "hit", "map").atMost(1.3);
    assertEquals("hit / map: 1.30 (≤ 1.30)", new Report(List.of(row), ROUNDS).budgets());
  }

  @Test
  void budgets_missed() {
    Row row = Row.ratio("hit / map", "hit", "map").atLeast(1.31);
    assertEquals("hit / map: 1.30 (≥ 1.31) missed", new Report(List.of(row), ROUNDS).budgets());
  }

  @Test
  void budgets_leavesOutWhatHasNone() {
    Row free = Row.ratio("hit / map", "hit", "map");
    assertEquals("", new Report(List.of(free), ROUNDS).budgets());
  }

  @Test
  void budgets_noScore() {
    Row unknown = Row.ratio("miss / map", "miss", "map").atMost(1);
    assertEquals(
        "miss / map: no score of miss (≤ 1.00) missed",
        new Report(List.of(unknown), ROUNDS).budgets());
  }

  @Test
  void requireBudgets_allMeasured() {
    Row missed = Row.ratio("hit / map", "hit", "map").atLeast(1.31);
    Row free = Row.ratio("peer / map", "peer", "map");
    assertDoesNotThrow(new Report(List.of(missed, free), ROUNDS)::requireBudgets);
  }

  @Test
  void requireBudgets_noScore() {
    Row known = Row.ratio("hit / map", "hit", "map").atMost(1.3);
    Row unknown = Row.ratio("miss / peer", "miss", "peer").atMost(1);
    Row bytes = Row.bytes("bytes of map", "map").atMost(0);
    Report report = new Report(List.of(known, unknown, bytes), ROUNDS);
    assertEquals(
        "budgets without a score: miss / peer (miss, peer); bytes of map (map)",
        assertThrows(IllegalStateException.class, report::requireBudgets).getMessage());
  }

  @Test
  void requireBudgets_noScoreInOneRound() {
    Row row = Row.ratio("hit / map", "hit", "map").atMost(1.3);
    List<Scores> rounds = List.of(ROUNDS.get(0), new Scores(Map.of("map", 1.0), Map.of()));
    assertThrows(IllegalStateException.class, new Report(List.of(row), rounds)::requireBudgets);
  }

  @Test
  void write_noScoreOfPeer(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("RESULTS.md");
    new Report(List.of(Row.ratio("peer / hit", "peer", "hit")), ROUNDS).write(file);
    String written = Files.readString(file);
    assertTrue(written.contains("| peer / hit | no score of peer |  |  |  |  |"), written);
  }

  @Test
  void peerMissing_isSaid(@TempDir Path folder) throws Exception {
    Row row = Row.ratioToPeer("hit / peer", "hit", "peer", "nginx is not installed").atMost(1);
    Report report = new Report(List.of(row), ROUNDS);
    assertEquals("hit / peer: peer missing: nginx is not installed (≤ 1.00)", report.budgets());
    assertDoesNotThrow(report::requireBudgets);
    Path file = folder.resolve("RESULTS.md");
    report.write(file);
    String written = Files.readString(file);
    assertTrue(
        written.contains("| hit / peer | peer missing: nginx is not installed |  |  | ≤ 1.00 |  |"),
        written);
  }

  @Test
  void peerThere_isMeasured() {
    Row row = Row.ratioToPeer("hit / map", "hit", "map", "").atMost(1.3);
    assertEquals("hit / map: 1.30 (≤ 1.30)", new Report(List.of(row), ROUNDS).budgets());
    Row unknown = Row.ratioToPeer("hit / peer", "hit", "peer", "").atMost(1);
    assertThrows(IllegalStateException.class, new Report(List.of(unknown), ROUNDS)::requireBudgets);
  }

  @Test
  void write_spread(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("RESULTS.md");
    Row row = Row.ratio("hit / map", "hit", "map").atMost(1.2);
    new Report(List.of(row), ROUNDS).write(file);
    String written = Files.readString(file);
    assertTrue(written.contains("| hit / map | 1.30 | 1.10 | 1.80 | ≤ 1.20 | **no** |"), written);
  }

  @Test
  void share_percentOfEachPart() {
    Scores round = new Scores(Map.of("page", 130.0, "literal", 100.0), Map.of());
    Row row = Row.share("each", "page", "literal", 20);
    assertEquals(List.of("1.50"), row.numbers(List.of(round)).stream().map(Row::number).toList());
  }

  @Test
  void throughputOfTwo_sameTimeOnBothIsTwice() {
    Scores round = new Scores(Map.of("one", 10.0, "two", 10.0), Map.of());
    Row row = Row.throughputOfTwo("two / one", "one", "two");
    assertEquals(List.of(2.0), row.numbers(List.of(round)));
  }
}
