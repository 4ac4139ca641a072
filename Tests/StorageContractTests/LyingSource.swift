import FeatureModel
import StorageAPI
import StorageContract

/// A source that lies where a closure is given.
struct LyingSource: RowSource {
    typealias Read =
        @Sendable (
            _ real: any RowSource, _ maxRecords: Int, _ maxBytes: Int, _ wait: Duration
        ) async throws -> [SourceRecord]

    let real: any RowSource
    var onRead: Read?
    var onCommit: (@Sendable (any RowSource, [SourcePosition]) async throws -> Void)?
    var onLag: (@Sendable (any RowSource) async throws -> SourceLag?)?
    var onClose: (@Sendable () -> Void)?

    func read(
        maxRecords: Int, maxBytes: Int, waitingUpTo duration: Duration
    ) async throws(StoreError) -> [SourceRecord] {
        if let onRead { return try await typed { try await onRead(real, maxRecords, maxBytes, duration) } }
        return try await real.read(maxRecords: maxRecords, maxBytes: maxBytes, waitingUpTo: duration)
    }

    func commit(_ positions: [SourcePosition]) async throws(StoreError) {
        if let onCommit {
            try await typed { try await onCommit(real, positions) }
        } else {
            try await real.commit(positions)
        }
    }

    func lag() async throws(StoreError) -> SourceLag? {
        if let onLag { try await typed { try await onLag(real) } } else { try await real.lag() }
    }

    func close() async {
        onClose?()
        await real.close()
    }
}
