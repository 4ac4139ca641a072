/// What the serving rule makes of a value (spec section 3.5).
public enum OnlineState: String, Sendable, Hashable, CaseIterable {
    /// There, and young enough.
    case present
    /// There, young enough, and null.
    case null
    /// The key was never written.
    case noKey = "no key"
    /// There, but older than the max age; served as null.
    case tooOld = "too old"
    /// Cannot be told.
    case unknown
}
