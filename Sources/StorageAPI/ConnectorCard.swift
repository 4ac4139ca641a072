public import FeatureModel

/// A connector, introduced: its name, its settings, what it can do, and how each of its plugs is opened.
///
/// The card *is* the plug-in interface: from it come the store form on screen, `larder connectors get`, the check of
/// a configuration and its messages. A connector makes one card and adds it to the catalogue with one line.
public struct ConnectorCard: Sendable {
    /// What is opened: a named store's or source's settings, and what they are relative to.
    public struct Place: Sendable, Hashable {
        /// The store's name; nil for a source.
        public let store: StoreName?
        /// The settings, checked by ``ConnectorCard/check(_:)`` and with defaults filled in.
        public let config: [String: String]
        /// The folder that relative paths are relative to, absolute.
        public let directory: String

        /// Makes a place.
        public init(store: StoreName?, config: [String: String], directory: String) {
            self.store = store
            self.config = config
            self.directory = directory
        }

        /// A path from the settings as an absolute one: relative paths are relative to ``directory``.
        public func absolute(_ path: String) -> String { path.hasPrefix("/") ? path : "\(directory)/\(path)" }
    }

    /// Reads settings as an opening does, without looking at files or connecting, and throws what is wrong with them
    /// together.
    public typealias Judgement = @Sendable (Place) throws(SettingFault) -> Void

    /// Opens a plug; nil in the card where the connector has none of the kind.
    public typealias Opening<Plug> = @Sendable (Place) async throws(StoreError) -> Plug

    /// The type's name in configurations, in capitals: `REDIS`.
    public let type: String
    /// What it is, in one line.
    public let summary: String
    /// Its settings, in the order worth reading.
    public let settings: [ConnectorSetting]
    /// What it can do.
    public let capabilities: Capabilities
    /// What an operator should know besides: precision kept, ties, costs. One sentence each.
    public let remarks: [String]
    /// Opens the sink.
    public let openSink: Opening<any FeatureSink>?
    /// Opens the online retriever.
    public let openOnlineRetriever: Opening<any OnlineRetriever>?
    /// Opens the historical retriever.
    public let openHistoricalRetriever: Opening<any HistoricalRetriever>?
    /// Opens the reading end of a source, for one consumer group.
    public let openSource: (@Sendable (Place, _ consumerGroup: String) async throws(StoreError) -> any RowSource)?
    /// Opens the writing end of a source.
    public let openPublisher: Opening<any RowPublisher>?
    /// Opens the dead letters that the store itself keeps.
    public let openDeadLetters: Opening<any DeadLetterStore>?
    /// Judges the settings together, once each of them fits: those that need each other, or exclude each other. The same
    /// reading that the openings begin with, so that the rules stand in one place.
    public let judge: Judgement
    /// Connects, asks, and answers what an operator wants to know about the store's health.
    public let probe: @Sendable (Place) async throws(StoreError) -> StoreProbe
    /// Reads how often and how patiently to try again; from settings such as `max_retries`.
    public let retryPolicy: @Sendable ([String: String]) -> RetryPolicy

    /// Makes a card.
    public init(
        type: String, summary: String, settings: [ConnectorSetting], capabilities: Capabilities, remarks: [String] = [],
        openSink: Opening<any FeatureSink>? = nil, openOnlineRetriever: Opening<any OnlineRetriever>? = nil,
        openHistoricalRetriever: Opening<any HistoricalRetriever>? = nil,
        openSource: (@Sendable (Place, _ consumerGroup: String) async throws(StoreError) -> any RowSource)? = nil,
        openPublisher: Opening<any RowPublisher>? = nil, openDeadLetters: Opening<any DeadLetterStore>? = nil,
        judge: @escaping Judgement = { _ in },
        probe: @escaping @Sendable (Place) async throws(StoreError) -> StoreProbe,
        retryPolicy: @escaping @Sendable ([String: String]) -> RetryPolicy = { _ in .none }
    ) {
        self.type = type
        self.summary = summary
        self.settings = settings
        self.capabilities = capabilities
        self.remarks = remarks
        self.openSink = openSink
        self.openOnlineRetriever = openOnlineRetriever
        self.openHistoricalRetriever = openHistoricalRetriever
        self.openSource = openSource
        self.openPublisher = openPublisher
        self.openDeadLetters = openDeadLetters
        self.judge = judge
        self.probe = probe
        self.retryPolicy = retryPolicy
    }
}
