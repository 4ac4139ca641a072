public import StorageAPI

extension ConnectorCard {
    /// The same card, whose openings and plugs stand within a layer: the outermost of a ``LayerStack`` first.
    public func within(_ layer: any CallLayer) -> ConnectorCard {
        ConnectorCard(
            type: type, summary: summary, settings: settings, capabilities: capabilities, remarks: remarks,
            openSink: wrap(openSink, layer) { LayeredFeatureSink($0, of: $1, in: layer) },
            openOnlineRetriever: wrap(openOnlineRetriever, layer) { LayeredOnlineRetriever($0, of: $1, in: layer) },
            openHistoricalRetriever: wrap(openHistoricalRetriever, layer) {
                LayeredHistoricalRetriever($0, of: $1, in: layer)
            },
            openSource: openSource.map { wrapSource($0, layer) },
            openPublisher: wrap(openPublisher, layer) { LayeredRowPublisher($0, of: $1, in: layer) },
            openDeadLetters: wrap(openDeadLetters, layer) { LayeredDeadLetterStore($0, of: $1, in: layer) },
            judge: judge, probe: wrap(probe, layer, as: .probe) { probe, _ in probe }, retryPolicy: retryPolicy)
    }

    private func wrap<Plug: Sendable>(
        _ opening: Opening<Plug>?, _ layer: any CallLayer, _ dress: @escaping @Sendable (Plug, PlugOwner) -> Plug
    ) -> Opening<Plug>? {
        opening.map { wrap($0, layer, dress) }
    }

    private func wrap<Plug: Sendable>(
        _ opening: @escaping Opening<Plug>, _ layer: any CallLayer, as operation: StoreCall.Operation = .open,
        _ dress: @escaping @Sendable (Plug, PlugOwner) -> Plug
    ) -> Opening<Plug> {
        let connector = type
        return { (place: Place) async throws(StoreError) -> Plug in
            let owner = PlugOwner(connector: connector, store: place.store)
            let plug = try await layer.perform(owner.call(operation)) { () async throws(StoreError) -> Plug in
                try await opening(place)
            }
            return dress(plug, owner)
        }
    }

    private func wrapSource(
        _ opening: @escaping @Sendable (Place, String) async throws(StoreError) -> any RowSource,
        _ layer: any CallLayer
    ) -> @Sendable (Place, String) async throws(StoreError) -> any RowSource {
        let connector = type
        return { (place: Place, group: String) async throws(StoreError) -> any RowSource in
            let owner = PlugOwner(connector: connector, store: place.store)
            let source = try await layer.perform(owner.call(.open)) {
                () async throws(StoreError) -> any RowSource in
                try await opening(place, group)
            }
            return LayeredRowSource(source, of: owner, in: layer)
        }
    }
}
