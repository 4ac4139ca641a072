/// The health of one store or source.
public struct EndpointHealth: Sendable, Hashable {
    /// How it is, from good to bad.
    public enum Condition: Int, Sendable, Hashable, Comparable {
        case up, unknown, slow, degraded, down

        /// Better ones come first.
        public static func < (left: Condition, right: Condition) -> Bool { left.rawValue < right.rawValue }
    }

    /// Its name.
    public let name: String
    /// How it is.
    public let condition: Condition
    /// More, when there is room: `1.1 ms`, `retry in 8s (4)`.
    public let detail: String

    /// Makes a health.
    public init(_ name: String, _ condition: Condition, detail: String = "") {
        self.name = name
        self.condition = condition
        self.detail = detail
    }
}
