/// What one alternative of a filter's word asks of a cell.
enum FilterPattern: Sendable, Hashable {
    case substring(String)
    case whole(String)
    case fuzzy(String)
    case expression(String)
    case compared(isGreater: Bool, isInclusive: Bool, to: Double)
}
