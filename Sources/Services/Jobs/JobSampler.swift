import FeatureModel
import Ingestion
import LocalState
import Logging
import StorageAPI
import Synchronization

/// Measures what a job writes, and keeps a sample in the ledger every few seconds.
final class JobSampler: RowObserver {
    private let window = MeasureWindow(detail: .counts)
    /// Over all feature sets.
    private let lag = Mutex(Distribution())

    func wrote(_ rows: RowBatch, at now: Timestamp) {
        window.wrote(rows, at: now)
        lag.withLock { lag in
            for row in rows.rows { if let late = row.lagMilliseconds(at: now) { lag.add(late) } }
        }
    }

    func setAside(_ letters: [DeadLetter]) { window.setAside(letters) }

    /// Keeps samples until the task is cancelled. What cannot be kept now is lost: samples are no truth.
    ///
    /// - Parameters:
    ///   - ledger: where they go.
    ///   - lease: the worker's.
    ///   - partitions: how far the job is in each partition of its source.
    func keepSamples(
        in ledger: JobLedger, lease: JobLease, every interval: Duration, clock: any Clock<Duration>,
        wallClock: @Sendable () -> Timestamp, partitions: @Sendable () async -> [JobPartition], log: Logger
    ) async {
        while (try? await clock.sleep(for: interval)) != nil {
            let measurement = measurement(await partitions())
            do throws(LocalStateError) {
                try await ledger.keep(measurement, lease: lease, at: wallClock())
            } catch {
                log.debug("no sample was kept", metadata: ["error": "\(error)"])
            }
        }
    }

    /// What was seen since the last time.
    func measurement(_ partitions: [JobPartition]) -> JobMeasurement {
        let late = lag.withLock { lag in
            defer { lag = Distribution() }
            return lag.percentiles([50, 99])
        }
        return JobMeasurement(
            parts: window.drain().filter { $0.rowsWritten > 0 }.map(JobMeasurement.Part.init),
            eventLag50: late.first.map(Self.milliseconds), eventLag99: late.last.map(Self.milliseconds),
            partitions: partitions)
    }

    fileprivate static func milliseconds(_ value: Double) -> Int64 { Int64(max(-1e15, min(1e15, value.rounded()))) }
}

extension JobMeasurement.Part {
    fileprivate init(_ measures: FeatureSetMeasures) {
        let late = measures.rowLag.percentiles([50, 99])
        let values = measures.features.count * measures.rowsWritten
        let missing = measures.features.reduce(0) { $0 + $1.missing }
        self.init(
            featureSet: measures.featureSet, rows: Int64(measures.rowsWritten),
            eventLag50: late.first.map(JobSampler.milliseconds), eventLag99: late.last.map(JobSampler.milliseconds),
            missingShare: values > 0 ? Double(missing) / Double(values) : nil)
    }
}
