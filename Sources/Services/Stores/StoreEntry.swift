public import FeatureModel
public import StorageAPI

/// A store of the workspace, checked against its connector's card: everything that is needed to open it.
public struct StoreEntry: Sendable {
    /// Who defined the store.
    public enum Origin: Sendable, Hashable {
        /// The configuration file, at this line; only changed there.
        case configuration(path: String, line: Int)
        /// The built-in defaults, because there is no configuration file.
        case builtIn
        /// The job-state database, by `larder stores apply`.
        case registry
    }

    /// The definition; its settings may hold secrets.
    public let definition: StoreDefinition
    /// The connector's card, its plugs within the layers: metering(retrying(circuit(timing-out(plug)))).
    public let card: ConnectorCard
    /// What the card's closures open.
    public let place: ConnectorCard.Place
    /// Who defined it.
    public let origin: Origin

    /// The store's name.
    public var name: StoreName { definition.name }

    /// Makes an entry.
    public init(definition: StoreDefinition, card: ConnectorCard, place: ConnectorCard.Place, origin: Origin) {
        self.definition = definition
        self.card = card
        self.place = place
        self.origin = origin
    }
}
