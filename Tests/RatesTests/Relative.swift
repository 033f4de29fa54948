/// Whether two numbers agree to a share of the expected one; exactly, where it is 0.
func agrees(_ found: Double, _ expected: Double, within tolerance: Double) -> Bool {
  (found - expected).magnitude <= tolerance * expected.magnitude
}
