/// One feature of a feature set.
public struct Feature: Sendable, Hashable, Codable {
    /// The name, which is also the column's in files and tables.
    public let name: String
    /// The type of its values.
    public let type: ValueType
    /// Free labels.
    public var labels: [String: String]
    /// Presence, shape and domain constraints by their proto-JSON names (`presence`, `intDomain`, …; spec section 1.5).
    /// They are stored and returned, never enforced.
    public var constraints: [String: DocumentValue]

    /// Makes a feature.
    public init(
        name: String, type: ValueType, labels: [String: String] = [:], constraints: [String: DocumentValue] = [:]
    ) {
        self.name = name
        self.type = type
        self.labels = labels
        self.constraints = constraints
    }
}
