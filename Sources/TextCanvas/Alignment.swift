/// To which side text leans when there is more room than it needs.
public enum Alignment: Sendable, Hashable {
    /// Words and names.
    case left
    /// Numbers and ages.
    case right
}
