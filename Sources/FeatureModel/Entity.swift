/// One part of a feature set's key: its name and type.
public struct Entity: Sendable, Hashable, Codable {
    /// The name, which is also the column's in files and tables.
    public let name: String
    /// The type of its values.
    public let type: ValueType

    /// Makes an entity.
    public init(name: String, type: ValueType) {
        self.name = name
        self.type = type
    }
}
