public import FeatureModel

/// All stores of a workspace: those of its configuration first, in their order, then the registered ones by name.
public struct StoreCatalog: Sendable, Hashable {
    /// The stores.
    public let stores: [StoreDefinition]
    /// Those that the configuration names.
    public let configured: Set<StoreName>
    /// Registered stores that are not used, because the configuration has one of the same name.
    public let shadowed: [StoreName]

    /// Merges the two kinds.
    public init(configured: [StoreDefinition], registered: [StoreDefinition]) {
        let names = Set(configured.map(\.name))
        self.configured = names
        self.stores = configured + registered.filter { !names.contains($0.name) }.sorted { $0.name < $1.name }
        self.shadowed = registered.map(\.name).filter(names.contains).sorted()
    }

    /// One store.
    ///
    /// - Throws: `notFound`, with the nearest name where there is one.
    public func store(_ name: StoreName) throws(RegistryError) -> StoreDefinition {
        if let store = stores.first(where: { $0.name == name }) { return store }
        throw RegistryError.notFound(
            "store", name.rawValue, among: stores.map(\.name.rawValue),
            otherwise: "'larder stores list' shows them")
    }
}
