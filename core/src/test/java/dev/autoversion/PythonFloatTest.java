package dev.autoversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PythonFloatTest {
  /** What a real Python printed, once; the first line of the file says how. */
  static List<Fixture.Row> repr_sameAsPython() throws IOException {
    return Fixture.rows("python-repr.tsv");
  }

  @ParameterizedTest
  @MethodSource
  void repr_sameAsPython(Fixture.Row row) {
    assertEquals(row.cell(1), PythonFloat.repr(Double.parseDouble(row.cell(0))));
  }

  /** JDK 17 prints 1.9999999999999998E23. */
  @Test
  void repr_fewestDigits() {
    assertEquals("2e+23", PythonFloat.repr(2e23));
  }

  /** The next lower double is half as far away as the next higher one. */
  @Test
  void repr_powerOfTwo() {
    assertEquals("5.684341886080802e-14", PythonFloat.repr(0x1p-44));
    assertEquals("9007199254740992.0", PythonFloat.repr(0x1p53));
  }

  @Test
  void repr_exponentOnlyBelow1e4AndFrom1e16() {
    assertEquals("0.0001", PythonFloat.repr(1e-4));
    assertEquals("9.9999e-05", PythonFloat.repr(9.9999e-5));
    assertEquals("9999999999999998.0", PythonFloat.repr(9999999999999998.0));
    assertEquals("1e+16", PythonFloat.repr(1e16));
  }
}
