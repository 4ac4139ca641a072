import FeatureModel
import StorageAPI

/// A source, checked against its connector's card: everything that is needed to open it.
struct SourceEntry: Sendable {
    let definition: SourceDefinition
    let card: ConnectorCard
    let place: ConnectorCard.Place
}
