/// An endpoint of the workspace with its health, for the header of the console.
public struct NamedHealth: Sendable, Hashable {
    /// The store's name, or the source's type.
    public let name: String
    /// Its health.
    public let health: EndpointHealth

    /// Makes an entry.
    public init(name: String, health: EndpointHealth) {
        self.name = name
        self.health = health
    }
}
