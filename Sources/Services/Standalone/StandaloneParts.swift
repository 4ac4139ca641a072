import Documents
import FeatureModel
import Ingestion
import StorageAPI
import StorageLayers

/// What a specification names, checked by the connectors' cards and ready to be opened.
struct StandaloneParts: Sendable {
    /// A connector's card within the layers, and what it opens.
    struct Part: Sendable {
        let card: ConnectorCard
        let place: ConnectorCard.Place
    }

    private let source: Part
    private let store: Part
    private let letters: Part
    private let consumerGroup: String
    private let plan: IngestionPlan

    /// - Throws: with file, line and key where something cannot work.
    init(
        _ specification: JobSpecification, connectors: ConnectorIndex, opener: PlugOpener, places: PlaceRule
    ) throws(DocumentError) {
        let check = ConfigurationCheck(connectors: connectors, isReadableByOthers: false)
        func part(_ store: ConfiguredStore) throws(DocumentError) -> Part {
            let card = try check.card(of: store)
            let definition = store.definition
            let place = places.place(of: card, store: definition.name, config: definition.config, isBuiltIn: false)
            return Part(card: opener.layered(card, at: place), place: place)
        }
        let card = try check.card(of: specification.source, in: specification.file)
        let place = places.place(of: card, store: nil, config: specification.source.used.config, isBuiltIn: false)
        source = Part(card: opener.layered(card, at: place), place: place)
        store = try part(specification.store)
        letters = try specification.deadLetters.map(part) ?? store
        guard store.card.openSink != nil else {
            throw specification.store.error(
                atSetting: "type", message: "a store of the type \(store.card.type) takes no rows")
        }
        guard letters.card.openDeadLetters != nil else {
            throw (specification.deadLetters ?? specification.store).error(
                atSetting: "type", message: "a store of the type \(letters.card.type) keeps no dead letters",
                hint: "name one that does: dead_letters: {name: letters, type: SQLITE, config: {path: letters.db}}")
        }
        consumerGroup = specification.consumerGroup
        plan = IngestionPlan(
            defaultProject: specification.project, featureSets: specification.featureSets,
            store: specification.store.definition)
    }

    /// Opens everything.
    func open(
        ledger: any IngestionLedger, observers: [any RowObserver]
    ) async throws(StoreError) -> IngestionPlugs {
        let plan = plan
        return IngestionPlugs(
            source: try await opened(source, "read rows") { () async throws(StoreError) in
                try await source.card.openSource?(source.place, consumerGroup)
            },
            sink: try await opened(store, "write rows") { () async throws(StoreError) in
                try await store.card.openSink?(store.place)
            },
            deadLetters: try await opened(letters, "keep dead letters") { () async throws(StoreError) in
                try await letters.card.openDeadLetters?(letters.place)
            }, ledger: ledger, plan: { () in plan }, observers: observers)
    }

    private func opened<Plug>(
        _ part: Part, _ operation: String, _ open: () async throws(StoreError) -> Plug?
    ) async throws(StoreError) -> Plug {
        if let plug = try await open() { return plug }
        throw StoreError(
            .unsupported, recovery: .permanent, operation: operation, connector: part.card.type,
            store: part.place.store, message: "its connector cannot")
    }
}
