import Documents
import FeatureModel
import LocalState
import Operations
import Registry
import StorageAPI
import StorageLayers

/// Tells which stores there are: those of the configuration in its order, then the registered ones by name.
struct StoreListing: Sendable {
    let configured: [ConfiguredStore]
    let configurationPath: String?
    let registry: StoreRegistry
    let connectors: ConnectorIndex
    let opener: PlugOpener
    let places: PlaceRule
    let variables: [String: String]

    func entries() async throws(OperationError) -> [StoreEntry] {
        let registered: [RegisteredStore]
        do throws(RegistryError) {
            registered = try await registry.list()
        } catch {
            throw OperationError(error)
        }
        let own = configured.compactMap(entry)
        let names = Set(own.map(\.name))
        return own + registered.filter { !names.contains($0.definition.name) }.map(entry)
    }

    /// Configured stores were judged when the workspace was opened, so each has its card.
    private func entry(_ store: ConfiguredStore) -> StoreEntry? {
        guard let card = connectors.card(store.definition.type) else { return nil }
        let origin: StoreEntry.Origin =
            if let path = configurationPath, let line = store.line {
                .configuration(path: path, line: line)
            } else {
                .builtIn
            }
        return entry(store.definition, card, origin)
    }

    private func entry(_ store: RegisteredStore) -> StoreEntry {
        do throws(OperationError) {
            let (definition, card) = try checked(store.definition)
            return entry(definition, card, .registry)
        } catch {
            return broken(store.definition, because: error)
        }
    }

    private func checked(_ kept: StoreDefinition) throws(OperationError) -> (StoreDefinition, ConnectorCard) {
        let store = try StoredStore.expanded(kept, variables: variables)
        do throws(DocumentError) {
            let check = ConfigurationCheck(connectors: connectors, isReadableByOthers: false)
            return (store.definition, try check.card(of: store))
        } catch {
            throw OperationError(error)
        }
    }

    private func entry(
        _ definition: StoreDefinition, _ card: ConnectorCard, _ origin: StoreEntry.Origin
    ) -> StoreEntry {
        let place = places.place(
            of: card, store: definition.name, config: definition.config, isBuiltIn: origin == .builtIn)
        return StoreEntry(
            definition: definition, card: opener.layered(card, at: place), place: place, origin: origin)
    }

    /// A registered store that cannot work any more (its variable is not set, its connector is gone) is still there to
    /// be seen and repaired, and keeps nothing else from working.
    private func broken(_ definition: StoreDefinition, because error: OperationError) -> StoreEntry {
        let known = connectors.card(definition.type)
        let failure = StoreError(
            .misconfigured, recovery: .permanent, operation: "open it", connector: definition.type,
            store: definition.name, message: error.description)
        let card = ConnectorCard(
            type: definition.type, summary: known?.summary ?? "", settings: known?.settings ?? [],
            capabilities: known?.capabilities ?? [], openSink: { _ throws(StoreError) in throw failure },
            openOnlineRetriever: { _ throws(StoreError) in throw failure },
            openHistoricalRetriever: { _ throws(StoreError) in throw failure },
            probe: { _ throws(StoreError) in throw failure })
        return StoreEntry(
            definition: definition, card: card,
            place: ConnectorCard.Place(
                store: definition.name, config: definition.config, directory: places.workspaceDirectory),
            origin: .registry)
    }
}
