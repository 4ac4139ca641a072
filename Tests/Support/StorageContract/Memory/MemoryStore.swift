public import FeatureModel
public import StorageAPI
public import StorageLayers
import Synchronization

/// A whole store in memory, with every plug: the model of what a connector does, and the store of other people's
/// tests.
///
/// It is deterministic: nothing depends on the time of day or on chance. Failures are written into ``faults``, refusals
/// of single rows with ``refuseRows(_:)``.
///
/// ```swift
/// let memory = MemoryStore()
/// memory.faults.script(.write, .refused(memory.error(.unavailable)))
/// let sink = memory.sink()
/// ```
public final class MemoryStore: Sendable {
    /// The name that errors give.
    public let name: StoreName?
    /// What goes wrong, and when, with any of the plugs.
    public let faults = FaultPlan()
    let tables: MemoryTables
    let log: MemoryLog
    let letters = MemoryLetters()
    private let waiting: any Clock<Duration>

    /// Makes an empty store.
    ///
    /// - Parameters:
    ///   - name: the name that errors give.
    ///   - clock: paces the waits of its source.
    ///   - acceptance: when the source accepts a record, by its offset. Without one: a millisecond after the other.
    public convenience init(
        name: StoreName? = nil, clock: any Clock<Duration> = ContinuousClock(),
        acceptance: @escaping @Sendable (_ offset: Int64) -> Timestamp = MemoryStore.everyMillisecond
    ) {
        self.init(name: name, clock: clock, acceptance: acceptance, rules: MemoryRules())
    }

    package init(
        name: StoreName? = nil, clock: any Clock<Duration> = ContinuousClock(),
        acceptance: @escaping @Sendable (_ offset: Int64) -> Timestamp = MemoryStore.everyMillisecond,
        rules: MemoryRules
    ) {
        self.name = name
        waiting = clock
        tables = MemoryTables(rules: rules)
        log = MemoryLog(acceptance: acceptance)
    }

    /// A millisecond after the other, from 2020-01-01T00:00:00Z.
    public static let everyMillisecond: @Sendable (Int64) -> Timestamp = { offset in
        Timestamp(seconds: 1_577_836_800 + offset / 1000, nanoseconds: Int32(offset % 1000) * 1_000_000)
    }

    /// Opens a sink.
    public func sink() -> any FeatureSink {
        LayeredFeatureSink(MemoryFeatureSink(store: self), of: owner, in: layer)
    }

    /// Opens an online retriever.
    public func onlineRetriever() -> any OnlineRetriever {
        LayeredOnlineRetriever(MemoryOnlineRetriever(store: self), of: owner, in: layer)
    }

    /// Opens a historical retriever.
    public func historicalRetriever() -> any HistoricalRetriever {
        LayeredHistoricalRetriever(MemoryHistoricalRetriever(store: self), of: owner, in: layer)
    }

    /// Opens the reading end of the source for a consumer group, behind its committed position.
    public func source(group: String) -> any RowSource {
        LayeredRowSource(MemoryRowSource(store: self, group: group, clock: waiting), of: owner, in: layer)
    }

    /// Opens the writing end of the source.
    public func publisher() -> any RowPublisher {
        LayeredRowPublisher(MemoryRowPublisher(store: self), of: owner, in: layer)
    }

    /// Opens the dead letters.
    public func deadLetters() -> any DeadLetterStore {
        LayeredDeadLetterStore(MemoryDeadLetterStore(store: self), of: owner, in: layer)
    }

    /// Lets the store refuse single rows from now on: those for which the judge has a message. Nil ends it.
    public func refuseRows(_ judge: (@Sendable (ValidatedRow) -> String?)?) {
        tables.setJudge(judge)
    }

    /// Every row that is held of a feature set, in the order of key and time; the features by the set's order.
    public func rows(of featureSet: FeatureSet) -> [ValidatedRow] { tables.rows(of: featureSet) }

    /// An error such as this store would throw; transient where that fits the code.
    public func error(
        _ code: StoreError.Code, operation: String = "reach the store", message: String = "scripted by a test"
    ) -> StoreError {
        let passes: Set<StoreError.Code> = [.unavailable, .timedOut, .throttled]
        return StoreError(
            code, recovery: passes.contains(code) ? .transient : .permanent, operation: operation,
            connector: MemoryServer.type, store: name, message: message)
    }

    var owner: PlugOwner { PlugOwner(connector: MemoryServer.type, store: name) }
    var layer: Faulty { Faulty(faults) }

    func checkCancellation(_ operation: String) throws(StoreError) {
        guard Task.isCancelled else { return }
        throw error(.cancelled, operation: operation, message: "the task was cancelled")
    }
}
