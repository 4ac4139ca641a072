public import FeatureModel
public import StorageAPI
import Synchronization

/// One check of a clause: a fresh place, and whatever the check opens there.
public final class ClauseRun: Sendable {
    /// The harness.
    public let harness: any StoreHarness
    /// The fresh place.
    public let place: ConnectorCard.Place
    private let retrievals = Mutex(0)
    private let closings = Mutex<[@Sendable () async -> Void]>([])

    init(harness: any StoreHarness, place: ConnectorCard.Place) {
        self.harness = harness
        self.place = place
    }

    /// The connector's card.
    public var card: ConnectorCard { harness.card }

    /// Opens a sink; each call opens one more.
    public func sink(at other: ConnectorCard.Place? = nil) async throws -> any FeatureSink {
        let sink = try await open(card.openSink, "sink", at: other)
        finally { await sink.close() }
        return sink
    }

    /// Opens an online retriever; each call opens one more.
    public func online(at other: ConnectorCard.Place? = nil) async throws -> any OnlineRetriever {
        let online = try await open(card.openOnlineRetriever, "online retriever", at: other)
        finally { await online.close() }
        return online
    }

    /// Opens a historical retriever; each call opens one more.
    public func historical(at other: ConnectorCard.Place? = nil) async throws -> any HistoricalRetriever {
        let historical = try await open(card.openHistoricalRetriever, "historical retriever", at: other)
        finally { await historical.close() }
        return historical
    }

    /// Opens a publisher; each call opens one more.
    public func publisher() async throws -> any RowPublisher {
        let publisher = try await open(card.openPublisher, "publisher", at: nil)
        finally { await publisher.close() }
        return publisher
    }

    /// Opens the source for a consumer group; each call opens one more.
    public func source(group: String) async throws -> any RowSource {
        guard let opening = card.openSource else { throw Self.nothingToOpen("source") }
        let source = try await opening(place, group)
        finally { await source.close() }
        return source
    }

    /// Opens the dead letters; each call opens one more.
    public func deadLetters() async throws -> any DeadLetterStore {
        let letters = try await open(card.openDeadLetters, "dead-letter store", at: nil)
        finally { await letters.close() }
        return letters
    }

    /// Opens a sink, prepares it, and opens whatever can read back.
    public func store(_ featureSets: FeatureSet..., at other: ConnectorCard.Place? = nil) async throws -> CheckedStore {
        let sink = try await sink(at: other)
        for featureSet in featureSets { try await sink.prepareWrite(featureSet) }
        return CheckedStore(
            sink: sink, online: card.capabilities.contains(.online) ? try await online(at: other) : nil,
            historical: card.capabilities.contains(.historical) ? try await historical(at: other) : nil,
            nextID: { self.nextExportID() })
    }

    /// Does something when the check is over; the last first.
    public func finally(_ closing: @escaping @Sendable () async -> Void) {
        closings.withLock { $0.append(closing) }
    }

    /// An id that no other retrieval of this run has.
    public func nextExportID() -> ExportID {
        retrievals.withLock { retrievals in
            retrievals += 1
            return ExportID("exp-run-\(retrievals)")
        }
    }

    func closeAll() async {
        let all = closings.withLock { closings in
            defer { closings = [] }
            return closings
        }
        for closing in all.reversed() { await closing() }
    }

    private func open<Plug: Sendable>(
        _ opening: ConnectorCard.Opening<Plug>?, _ name: String, at other: ConnectorCard.Place?
    ) async throws -> Plug {
        guard let opening else { throw Self.nothingToOpen(name) }
        return try await opening(other ?? place)
    }

    private static func nothingToOpen(_ name: String) -> Violation {
        Violation("the card declares a \(name) and has nothing to open it with")
    }
}
