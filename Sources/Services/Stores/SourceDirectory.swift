import Documents
import FeatureModel
import Operations
import StorageAPI
import StorageLayers

/// The sources that feature sets name, and their writing ends, each opened once.
actor SourceDirectory {
    private let connectors: ConnectorIndex
    private let opener: PlugOpener
    private let places: PlaceRule
    private let variables: [String: String]
    private var publishers: [SourceDefinition: SharedPlug<any RowPublisher>] = [:]

    init(connectors: ConnectorIndex, opener: PlugOpener, places: PlaceRule, variables: [String: String]) {
        self.connectors = connectors
        self.opener = opener
        self.places = places
        self.variables = variables
    }

    /// Everything needed to open a source.
    ///
    /// - Parameter source: as it is kept, with `${VAR}` as written.
    /// - Throws: `invalid` when its connector is not there, its settings cannot work, a secret stands in them, or a
    ///   variable is not set.
    nonisolated func entry(_ source: SourceDefinition) throws(OperationError) -> SourceEntry {
        let card: ConnectorCard
        do throws(ConnectorFault) {
            card = try connectors.sourceCard(source.type)
        } catch {
            throw OperationError(.invalid, error.message, target: source.type, hint: error.hint)
        }
        if let key = SourceSecrets.exposed(of: card, in: source) {
            throw OperationError(
                .invalid, "\(key): \(SourceSecrets.message)", target: source.type, hint: SourceSecrets.hint)
        }
        let config = try expanded(source)
        if let fault = card.check(config).first {
            throw OperationError(.invalid, fault.message, target: source.type)
        }
        let place = places.place(of: card, store: nil, config: config, isBuiltIn: false)
        return SourceEntry(definition: source, card: opener.layered(card, at: place), place: place)
    }

    private nonisolated func expanded(_ source: SourceDefinition) throws(OperationError) -> [String: String] {
        var config: [String: String] = [:]
        for (key, written) in source.config {
            do throws(VariableText.Fault) {
                config[key] = try VariableText(written).expanded(by: variables).text
            } catch {
                throw OperationError(.invalid, "\(key): \(error.message)", target: source.type, hint: error.hint)
            }
        }
        return config
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
