import Geometry

/// Shapes written as pairs of numbers.
func ring(_ pairs: (Double, Double)...) -> Ring<Projected> {
  let positions = pairs.map { Position<Projected>(x: $0.0, y: $0.1) }
  return Ring(positions + positions.prefix(1))
}

func shape(_ exterior: Ring<Projected>, holes: Ring<Projected>...) -> Shape<Projected> {
  Shape([Polygon(exterior: exterior, holes: holes)])
}

func square(_ x: Double, _ y: Double, side: Double) -> Shape<Projected> {
  shape(ring((x, y), (x + side, y), (x + side, y + side), (x, y + side)))
}
