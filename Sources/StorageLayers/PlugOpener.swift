public import StorageAPI

/// Opens what cards offer, within the layers of production: metering(retrying(circuit(timing-out(plug)))),
/// the circuit where the card's policy has one.
///
/// The policy is the card's, read from the place's settings. Opening itself stands within the layers, too: a store
/// that is just starting is waited for as patiently as one that is just restarting.
public struct PlugOpener: Sendable {
    private let meter: StoreMeter
    private let clock: any Clock<Duration>
    private let randomness: @Sendable () -> Double
    private let circuits = CircuitBoard()

    /// Makes an opener.
    ///
    /// - Parameters:
    ///   - meter: counts every call of everything that is opened.
    ///   - clock: measures time, pauses and limits.
    ///   - randomness: spreads the pauses; uniform in 0..<1.
    public init(
        meter: StoreMeter, clock: any Clock<Duration> = ContinuousClock(),
        randomness: @escaping @Sendable () -> Double = { Double.random(in: 0..<1) }
    ) {
        self.meter = meter
        self.clock = clock
        self.randomness = randomness
    }

    /// The card with everything that it opens at a place within the layers.
    public func layered(_ card: ConnectorCard, at place: ConnectorCard.Place) -> ConnectorCard {
        let policy = card.retryPolicy(place.config)
        let meter = meter
        var layers: [any CallLayer] = [
            Metering(meter, clock: clock),
            Retrying(policy, clock: clock, randomness: randomness) { meter.countRetry(of: $0) },
        ]
        if let circuit = policy.circuit {
            layers.append(circuits.circuit(of: card.type, at: place, circuit, clock: clock))
        }
        layers.append(TimingOut(after: policy.attemptTimeout, clock: clock))
        return card.within(LayerStack(layers))
    }

    /// Opens the sink; `unsupported` where the connector has none.
    public func openSink(
        _ card: ConnectorCard, at place: ConnectorCard.Place
    ) async throws(StoreError) -> any FeatureSink {
        try await open(layered(card, at: place).openSink, "write rows", of: card, at: place)
    }

    /// Opens the online retriever; `unsupported` where the connector has none.
    public func openOnlineRetriever(
        _ card: ConnectorCard, at place: ConnectorCard.Place
    ) async throws(StoreError) -> any OnlineRetriever {
        try await open(layered(card, at: place).openOnlineRetriever, "read online values", of: card, at: place)
    }

    /// Opens the historical retriever; `unsupported` where the connector has none.
    public func openHistoricalRetriever(
        _ card: ConnectorCard, at place: ConnectorCard.Place
    ) async throws(StoreError) -> any HistoricalRetriever {
        try await open(layered(card, at: place).openHistoricalRetriever, "retrieve history", of: card, at: place)
    }

    /// Opens the reading end of a source for a consumer group; `unsupported` where the connector is no source.
    public func openSource(
        _ card: ConnectorCard, at place: ConnectorCard.Place, consumerGroup: String
    ) async throws(StoreError) -> any RowSource {
        guard let opening = layered(card, at: place).openSource else {
            throw unsupported("be read from as a source", by: card, at: place)
        }
        return try await opening(place, consumerGroup)
    }

    /// Opens the writing end of a source; `unsupported` where the connector is no source.
    public func openPublisher(
        _ card: ConnectorCard, at place: ConnectorCard.Place
    ) async throws(StoreError) -> any RowPublisher {
        try await open(layered(card, at: place).openPublisher, "publish rows", of: card, at: place)
    }

    /// Opens the store's own dead letters; `unsupported` where it keeps none.
    public func openDeadLetters(
        _ card: ConnectorCard, at place: ConnectorCard.Place
    ) async throws(StoreError) -> any DeadLetterStore {
        try await open(layered(card, at: place).openDeadLetters, "keep dead letters", of: card, at: place)
    }

    private func open<Plug>(
        _ opening: ConnectorCard.Opening<Plug>?, _ purpose: String, of card: ConnectorCard,
        at place: ConnectorCard.Place
    ) async throws(StoreError) -> Plug {
        guard let opening else { throw unsupported(purpose, by: card, at: place) }
        return try await opening(place)
    }

    private func unsupported(_ purpose: String, by card: ConnectorCard, at place: ConnectorCard.Place) -> StoreError {
        StoreError(
            .unsupported, recovery: .permanent, operation: purpose, connector: card.type, store: place.store,
            message:
                "\(card.type) can \(card.capabilities.words.joined(separator: ", ")); choose another store for this")
    }
}
