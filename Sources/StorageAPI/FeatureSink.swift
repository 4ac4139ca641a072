public import FeatureModel

/// The plug that takes rows.
///
/// **Preparing.** ``prepareWrite(_:)`` comes once per feature set before its first row, and again when the feature set
/// has changed. It creates or migrates what the store needs (a table; new features become columns, columns of
/// removed ones stay), or only checks that the store is there. When it throws, the job is in error.
///
/// **Writing.** ``write(_:)`` returns when the store has answered for *every* row: the answer is durable as far as the
/// store promises durability. A row that the store refuses is a ``FailedElement``, alone: it never takes the batch with
/// it. So is a row with more or fewer values than its feature set has features. What concerns the whole store (gone,
/// full, denied) is thrown, and then nothing is known about any row: the same batch may be written again.
///
/// **Idempotence.** Writing a row twice leaves one row. Online, the greatest event time wins, then the greatest created
/// time, then the greater position; in whatever order rows arrive, the same one is left. A store that cannot keep
/// the created time says so in its card and lets arrival decide between equal event times.
///
/// **Concurrency.** Calls may overlap; a sink orders them as it needs. A cancelled call ends soon, as `cancelled` or with
/// its answer, never as another failure, and leaves the sink usable. Several sinks may write to one place.
///
/// **Healing.** A lost connection is `unavailable` and transient; when the store is back, the next call finds it,
/// without the sink being opened again.
///
/// **Errors** are thrown as ``StoreError``; sinks do not retry, log or measure, layers around them do.
public protocol FeatureSink: Sendable {
    /// How much at a time suits it; larger and smaller batches are taken, too.
    var batchSize: BatchSize { get }

    /// Makes the store ready for a feature set's rows. Calling it twice with the same definition changes nothing.
    func prepareWrite(_ featureSet: FeatureSet) async throws(StoreError)

    /// Writes rows; an empty batch is a success.
    func write(_ batch: RowBatch) async throws(StoreError) -> WriteResult

    /// Gives connections and files back. Calling it twice is harmless.
    func close() async
}

extension FeatureSink {
    /// ``BatchSize/usual``.
    public var batchSize: BatchSize { .usual }
}
