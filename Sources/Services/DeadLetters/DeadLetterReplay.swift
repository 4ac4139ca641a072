import FeatureModel
import Ingestion
import Operations
import Registry
import RowFiles
import StorageAPI

/// Produces dead letters to their sources again, unchanged: what was wrong with the registry or a store may be mended.
/// Event times stay; the source accepts them anew.
struct DeadLetterReplay: Sendable {
    /// How many letters are read and published at a time, where no rate asks for fewer.
    private static let chunk = 500

    let workspace: Workspace

    /// Replays what a query means; a letter that is set aside meanwhile waits for the next time.
    func run(_ query: DeadLetterQuery, _ mode: ReplayMode) async throws(OperationError) -> [OrderOutcome] {
        if mode != .dryRun { try workspace.refuseReadOnly() }
        let (places, missing) = try await DeadLetterPlaces(workspace: workspace).places(for: query)
        let sources = try await sourcesByFeatureSet()
        var outcomes = missing.map { store in
            OrderOutcome(target: store.name, result: .failed, message: store.health.error ?? "it does not answer")
        }
        let pace = ReplayPace(mode, clock: workspace.environment.clock)
        for place in places {
            let ids = try await translated { () async throws(StoreError) in try await allIDs(query, in: place) }
            var rest = ids[...]
            while !rest.isEmpty {
                let some = Set(rest.prefix(min(Self.chunk, pace.rowsPerStep)))
                rest = rest.dropFirst(some.count)
                let letters = try await translated { () async throws(StoreError) in
                    try await place.letters.list(DeadLetterQuery(ids: some), limit: some.count, offset: 0)
                }
                outcomes += try await replay(letters, in: place, sources, dryRun: mode == .dryRun)
                if !rest.isEmpty { try await pace.rest(after: some.count) }
            }
        }
        return outcomes
    }

    /// The ids are taken down first: replaying makes new letters of what fails again.
    private func allIDs(
        _ query: DeadLetterQuery, in place: DeadLetterPlaces.Place
    ) async throws(StoreError) -> [DeadLetterID] {
        var ids: [DeadLetterID] = []
        while true {
            let page = try await place.letters.list(query, limit: Self.chunk, offset: ids.count)
            ids += page.map(\.id)
            if page.count < Self.chunk { return ids }
        }
    }

    private func replay(
        _ letters: [DeadLetter], in place: DeadLetterPlaces.Place,
        _ sources: [FeatureSetReference: SourceDefinition], dryRun: Bool
    ) async throws(OperationError) -> [OrderOutcome] {
        let ordered = letters.sorted { ($0.at, $0.id) < ($1.at, $1.id) }
        var outcomes: [OrderOutcome] = []
        var bySource: [SourceDefinition: [DeadLetter]] = [:]
        for letter in ordered {
            if let obstacle = obstacle(letter) {
                outcomes.append(OrderOutcome(target: letter.id.rawValue, result: .failed, message: obstacle))
            } else {
                let source = letter.featureSet.flatMap { sources[$0] } ?? workspace.defaultSource
                bySource[source, default: []].append(letter)
            }
        }
        for (source, group) in bySource {
            if !dryRun { try await publish(group, to: source, in: place) }
            outcomes += group.map { letter in
                OrderOutcome(
                    target: letter.id.rawValue, result: dryRun ? .skipped : .done,
                    message: (dryRun ? "would be produced to " : "produced to ") + source.type)
            }
        }
        return outcomes
    }

    private func obstacle(_ letter: DeadLetter) -> String? {
        if letter.reason == .badInput { return "a line of a file: mend the file and ingest it again" }
        if case .unreadable(let problem) = PayloadReading.row(in: letter.payload) {
            return "the bytes are no feature row: \(problem)"
        }
        return nil
    }

    /// The ingestion's id is made of the letters and how often they were replayed: dying before that is counted, and
    /// replaying again, adds nothing.
    private func publish(
        _ letters: [DeadLetter], to source: SourceDefinition, in place: DeadLetterPlaces.Place
    ) async throws(OperationError) {
        let entry = try workspace.sources.entry(source)
        let names = letters.map { "\($0.id)#\($0.replays)" }.joined(separator: "\n")
        let ingestion = IngestionID("replay-" + FileDigest(of: names.utf8).hex.prefix(24))
        let records = letters.enumerated().map { index, letter in
            PublishedRecord(rowNumber: Int64(index + 1), payload: letter.payload)
        }
        try await translated { () async throws(StoreError) in
            let publisher = try await workspace.sources.publisher(of: entry)
            _ = try await publisher.publish(records, ingestion: ingestion)
            try await place.letters.markReplayed(letters.map(\.id))
        }
    }

    private func sourcesByFeatureSet() async throws(OperationError) -> [FeatureSetReference: SourceDefinition] {
        do throws(RegistryError) {
            let sets = try await workspace.featureSets.list()
            return Dictionary(
                sets.compactMap { set in set.definition.source.map { (set.definition.reference, $0) } }
            ) { first, _ in first }
        } catch {
            throw OperationError(error)
        }
    }

    private func translated<Answer>(
        _ work: () async throws(StoreError) -> Answer
    ) async throws(OperationError) -> Answer {
        do throws(StoreError) {
            return try await work()
        } catch {
            throw OperationError(error)
        }
    }
}
