/// Where feature rows come from: a type of source and its settings, a map of strings like a store's.
public struct SourceDefinition: Sendable, Hashable, Codable {
    /// `LOCAL` or `KAFKA`: the type name of a connector that can be a source.
    public let type: String
    /// The settings; which there are, the connector's card says.
    public let config: [String: String]

    /// Makes a definition.
    public init(type: String, config: [String: String] = [:]) {
        self.type = type
        self.config = config
    }

    /// The embedded default: the local log at its default place.
    public static let local = SourceDefinition(type: "LOCAL")
}
