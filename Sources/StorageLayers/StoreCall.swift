public import FeatureModel
public import StorageAPI

/// One call of a plug, as the layers around it see it: what is asked of whom, and how much of it.
public struct StoreCall: Sendable, Hashable {
    /// What is called.
    public enum Operation: String, Sendable, Hashable, CaseIterable {
        /// Opening a plug, by the closure of its card.
        case open
        /// Asking how the store is, by the closure of its card.
        case probe = "ask how the store is"
        /// `FeatureSink.prepareWrite`.
        case prepareWrite = "prepare a feature set"
        /// `FeatureSink.write`.
        case write = "write rows"
        /// `OnlineRetriever.read`.
        case readOnline = "read online values"
        /// `HistoricalRetriever.submit`.
        case submit = "submit a retrieval"
        /// `HistoricalRetriever.poll`.
        case poll = "poll a retrieval"
        /// `HistoricalRetriever.cancel`.
        case cancelRetrieval = "cancel a retrieval"
        /// `RowSource.read`.
        case readSource = "read the source"
        /// `RowSource.commit`.
        case commit = "commit positions"
        /// `RowSource.lag`.
        case lag = "read the lag"
        /// `RowPublisher.publish`.
        case publish = "publish records"
        /// `DeadLetterSink.append`.
        case appendLetters = "append dead letters"
        /// Any of the questions of `DeadLetterStore`: groups, list, count, get.
        case readLetters = "read dead letters"
        /// `DeadLetterStore.markReplayed`.
        case markReplayed = "mark dead letters as replayed"
        /// `DeadLetterStore.discard`.
        case discardLetters = "discard dead letters"
    }

    /// The connector's type name.
    public let connector: String
    /// The store's name; nil for a source.
    public let store: StoreName?
    /// What is called.
    public let operation: Operation
    /// How many rows, keys, records or letters are handed in.
    public let items: Int
    /// How long the call may wait on purpose before it is late; added to every limit in time.
    public let patience: Duration

    /// Makes a call.
    public init(
        connector: String, store: StoreName?, operation: Operation, items: Int = 0, patience: Duration = .zero
    ) {
        self.connector = connector
        self.store = store
        self.operation = operation
        self.items = items
        self.patience = patience
    }

    /// An error about this call.
    ///
    /// - Parameters:
    ///   - code: the kind of failure.
    ///   - recovery: whether trying again can help.
    ///   - message: what is wrong, in one sentence.
    public func error(_ code: StoreError.Code, _ recovery: StoreError.Recovery, _ message: String) -> StoreError {
        StoreError(
            code, recovery: recovery, operation: operation.rawValue, connector: connector, store: store,
            message: message)
    }
}
