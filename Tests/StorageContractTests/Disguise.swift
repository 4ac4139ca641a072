import StorageAPI

/// A card, part by part, so that a lie can replace one of them.
struct Disguise {
    var type: String
    var settings: [ConnectorSetting]
    var capabilities: Capabilities
    var openSink: ConnectorCard.Opening<any FeatureSink>?
    var openOnline: ConnectorCard.Opening<any OnlineRetriever>?
    var openHistorical: ConnectorCard.Opening<any HistoricalRetriever>?
    var openSource: (@Sendable (ConnectorCard.Place, String) async throws(StoreError) -> any RowSource)?
    var openPublisher: ConnectorCard.Opening<any RowPublisher>?
    var openLetters: ConnectorCard.Opening<any DeadLetterStore>?
    var probe: ConnectorCard.Opening<StoreProbe>

    init(_ card: ConnectorCard) {
        type = card.type
        settings = card.settings
        capabilities = card.capabilities
        openSink = card.openSink
        openOnline = card.openOnlineRetriever
        openHistorical = card.openHistoricalRetriever
        openSource = card.openSource
        openPublisher = card.openPublisher
        openLetters = card.openDeadLetters
        probe = card.probe
    }

    var card: ConnectorCard {
        ConnectorCard(
            type: type, summary: "A liar", settings: settings, capabilities: capabilities, openSink: openSink,
            openOnlineRetriever: openOnline, openHistoricalRetriever: openHistorical, openSource: openSource,
            openPublisher: openPublisher, openDeadLetters: openLetters, probe: probe)
    }
}

/// Replaces what an opening opens.
func changing<Plug: Sendable>(
    _ opening: ConnectorCard.Opening<Plug>?, _ change: @escaping @Sendable (Plug) -> Plug
) -> ConnectorCard.Opening<Plug>? {
    guard let opening else { return nil }
    return { (place: ConnectorCard.Place) async throws(StoreError) -> Plug in change(try await opening(place)) }
}

/// The same error under another code.
func recoded(_ error: StoreError, _ code: StoreError.Code, message: String? = nil) -> StoreError {
    StoreError(
        code, recovery: .permanent, operation: error.operation, connector: error.connector, store: error.store,
        message: message ?? error.message)
}

/// An error that no honest store would throw here.
func lie(_ code: StoreError.Code = .rejected) -> StoreError {
    StoreError(code, recovery: .permanent, operation: "lie", connector: "LIAR", message: "this is a lie")
}
