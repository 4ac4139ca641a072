import FeatureModel
import Operations
import StorageAPI

/// Tries a store out: connects, writes one row of its own feature set `larder/check`, and reads it back.
struct StoreTrial: Sendable {
    /// The row's feature set: always the same key, so that checking leaves one row however often it is done.
    static let featureSet = FeatureSet(
        reference: FeatureSetReference(project: "larder", name: "check"),
        entities: [Entity(name: "probe", type: .string)],
        features: [Feature(name: "written_at", type: .string)])

    let entry: StoreEntry
    let directory: StoreDirectory
    let isReadOnly: Bool
    let environment: ServiceEnvironment

    /// Runs the steps up to the first that fails.
    func run(after report: HealthBook.Report) async -> ([StoreCheck.Step], StoreError?) {
        var steps = [settings(report.error)]
        if let error = report.error, error.code == .misconfigured { return (steps, error) }
        steps.append(connection(report))
        if let error = report.error { return (steps, error) }
        let row = row()
        do throws(StoreError) {
            steps.append(try await timed("write") { () async throws(StoreError) in try await write(row) })
            steps.append(try await timed("read") { () async throws(StoreError) in try await read(row) })
            return (steps, nil)
        } catch {
            let name = steps.count == 2 ? "write" : "read"
            return (steps + [StoreCheck.Step(name: name, verdict: .fail, fact: error.message)], error)
        }
    }

    private func settings(_ error: StoreError?) -> StoreCheck.Step {
        if let error, error.code == .misconfigured {
            return StoreCheck.Step(name: "settings", verdict: .fail, fact: error.message)
        }
        return StoreCheck.Step(
            name: "settings", verdict: .ok, fact: "\(entry.definition.config.count) set, the rest by default")
    }

    private func connection(_ report: HealthBook.Report) -> StoreCheck.Step {
        if let error = report.error {
            return StoreCheck.Step(name: "connect", verdict: .fail, fact: error.message)
        }
        let version = report.probe?.version.map { ", version \($0)" } ?? ""
        return StoreCheck.Step(
            name: "connect", verdict: .ok, fact: (report.probe?.endpoint ?? "answers") + version,
            milliseconds: report.health.latencyMilliseconds)
    }

    private func row() -> ValidatedRow {
        let now = environment.wallClock()
        return ValidatedRow(
            key: EntityKey([.string("check")]), features: [.string("\(now)")], eventTimestamp: now,
            createdTimestamp: now, ingestionID: IngestionID("check"), position: SourcePosition(partition: 0, offset: 0))
    }

    /// - Returns: what was done; nil when it does not apply, with the reason.
    private func write(_ row: ValidatedRow) async throws(StoreError) -> (StoreCheck.Step.Verdict, String) {
        guard entry.card.capabilities.contains(.sink) else { return (.notApplicable, "the store takes no rows") }
        guard !isReadOnly else { return (.notApplicable, "the workspace is read-only") }
        let sink = try await directory.sink(of: entry)
        try await sink.prepareWrite(Self.featureSet)
        let batch = RowBatch(featureSet: Self.featureSet, rows: [row], jobID: JobID("check"))
        let result = try await sink.write(batch)
        guard let failure = result.failed.first else { return (.ok, "one row of \(Self.featureSet.reference)") }
        throw failed("write a row", failure.message)
    }

    private func read(_ row: ValidatedRow) async throws(StoreError) -> (StoreCheck.Step.Verdict, String) {
        guard entry.card.capabilities.contains(.online) else {
            return (.notApplicable, "the store answers no online questions")
        }
        guard !isReadOnly, entry.card.capabilities.contains(.sink) else {
            return (.notApplicable, "nothing was written")
        }
        let retriever = try await directory.onlineRetriever(of: entry)
        let request = OnlineRequest(featureSet: Self.featureSet, keys: [row.key], features: [0])
        let answer = try await retriever.read(request).first ?? nil
        guard answer?.values == FeatureValues(row.features) else {
            throw failed("read the row back", "it answers with another row than the one just written")
        }
        return (.ok, "the row came back")
    }

    private func failed(_ operation: String, _ message: String) -> StoreError {
        StoreError(
            .unexpected, recovery: .permanent, operation: operation, connector: entry.card.type, store: entry.name,
            message: message)
    }

    private func timed(
        _ name: String, _ work: () async throws(StoreError) -> (StoreCheck.Step.Verdict, String)
    ) async throws(StoreError) -> StoreCheck.Step {
        let elapsed = Self.stopwatch(environment.clock)
        let (verdict, fact) = try await work()
        return StoreCheck.Step(
            name: name, verdict: verdict, fact: fact,
            milliseconds: verdict == .notApplicable ? nil : elapsed() / .milliseconds(1))
    }

    private static func stopwatch<C: Clock<Duration>>(_ clock: C) -> () -> Duration {
        let start = clock.now
        return { start.duration(to: clock.now) }
    }
}
