import Boundaries
import Testing

@Suite struct ContoursTests {}
