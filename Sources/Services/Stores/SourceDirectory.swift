import FeatureModel
import Operations
import StorageAPI
import StorageLayers

/// The sources that feature sets name, and their writing ends, each opened once.
actor SourceDirectory {
    private let connectors: ConnectorIndex
    private let opener: PlugOpener
    private let places: PlaceRule
    private var publishers: [SourceDefinition: SharedPlug<any RowPublisher>] = [:]

    init(connectors: ConnectorIndex, opener: PlugOpener, places: PlaceRule) {
        self.connectors = connectors
        self.opener = opener
        self.places = places
    }

    /// Everything needed to open a source.
    ///
    /// - Throws: `invalid` when its connector is not there or its settings cannot work.
    nonisolated func entry(_ source: SourceDefinition) throws(OperationError) -> SourceEntry {
        let card: ConnectorCard
        do throws(ConnectorFault) {
            card = try connectors.sourceCard(source.type)
        } catch {
            throw OperationError(.invalid, error.message, target: source.type, hint: error.hint)
        }
        if let fault = card.check(source.config).first {
            throw OperationError(.invalid, fault.message, target: source.type)
        }
        let place = places.place(of: card, store: nil, config: source.config, isBuiltIn: false)
        return SourceEntry(definition: source, card: opener.layered(card, at: place), place: place)
    }

    /// The writing end of a source.
    func publisher(of entry: SourceEntry) async throws(StoreError) -> any RowPublisher {
        let plug = publishers[entry.definition] ?? SharedPlug()
        publishers[entry.definition] = plug
        return try await plug.get(entry.card, nil, "take rows to be ingested") { () async throws(StoreError) in
            try await entry.card.openPublisher?(entry.place)
        }
    }

    /// Opens the reading end of a source anew; whoever asked closes it.
    nonisolated func source(
        of entry: SourceEntry, consumerGroup: String
    ) async throws(StoreError) -> any RowSource {
        guard let open = entry.card.openSource else {
            throw StoreError(
                .unsupported, recovery: .permanent, operation: "read rows", connector: entry.card.type,
                message: "it is no source")
        }
        return try await open(entry.place, consumerGroup)
    }

    func close() async {
        let all = publishers.values
        publishers = [:]
        for plug in all { await plug.take()?.close() }
    }
}
