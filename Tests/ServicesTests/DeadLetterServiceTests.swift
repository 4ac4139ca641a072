import FeatureModel
import LocalState
import Operations
import StorageAPI
import StorageContract
import StorageLayers
import Synchronization
import Testing

@testable import Services

@Suite("Dead letters of all places")
struct DeadLetterServiceTests {
    private static func letter(_ number: Int64, store: StoreName?, payload: [UInt8] = [0xff]) -> DeadLetter {
        DeadLetter(
            id: DeadLetterID("dl-\(number)"), at: Timestamp(seconds: TestWorkspace.start.seconds - number),
            featureSet: TestWorkspace.weather, store: store, job: nil, transform: "decode", reason: .undecodable,
            message: "no row", payload: payload, position: nil)
    }

    /// Letters 0, 2, 4 of the job-state database, 1, 3, 5 of the store; the newest is 0.
    private func prepared(_ test: TestWorkspace) async throws -> (Workspace, Operations) {
        let workspace = try await test.open()
        try await workspace.database.deadLetters.append([0, 2, 4].map { Self.letter($0, store: nil) })
        try await test.store("online").deadLetters().append([1, 3, 5].map { Self.letter($0, store: "online") })
        return (workspace, LiveOperations.make(workspace))
    }

    @Test("pages merge all places, the newest first")
    func pages() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let first = try await operations.deadLetters.list(DeadLetterQuery(), 4, 0)
        #expect(first.total == 6 && first.missing.isEmpty)
        #expect(first.letters.map(\.id) == ["dl-0", "dl-1", "dl-2", "dl-3"])
        #expect(try await operations.deadLetters.list(DeadLetterQuery(), 4, 4).letters.map(\.id) == ["dl-4", "dl-5"])
        let own = try await operations.deadLetters.list(DeadLetterQuery(store: "online"), 2, 1)
        #expect(own.total == 3 && own.letters.map(\.id) == ["dl-3", "dl-5"])
        #expect(try await operations.deadLetters.groups(DeadLetterQuery()).map(\.count) == [3, 3])
        #expect(try await operations.deadLetters.get("dl-3").store == "online")
        let unknown = await refusal { () async throws(OperationError) in try await operations.deadLetters.get("dl-9") }
        #expect(unknown?.code == .notFound)
        await workspace.close()
    }

    @Test("a store that does not answer is named, the others are shown; nothing is discarded then")
    func missing() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let store = test.store("online")
        store.faults.sever(with: store.error(.unavailable))
        let page = try await operations.deadLetters.list(DeadLetterQuery(), 10, 0)
        #expect(page.letters.map(\.id) == ["dl-0", "dl-2", "dl-4"])
        #expect(page.missing.map(\.name) == ["online"])
        let error = await refusal { () async throws(OperationError) in
            try await operations.deadLetters.discard(DeadLetterQuery())
        }
        #expect(error?.code == .unreachable)
        #expect(try await workspace.database.deadLetters.count() == 3)
        store.faults.heal()
        #expect(try await operations.deadLetters.discard(DeadLetterQuery()) == 6)
        #expect(try await operations.deadLetters.list(DeadLetterQuery(), 10, 0).total == 0)
        await workspace.close()
    }

    @Test("a replayed letter goes through its source again, with its event time, and is counted once")
    func replay() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        let store = test.store("online")
        store.refuseRows { row in row.key.values == [.string("A3")] ? "too odd" : nil }
        let request = IngestRequest(
            path: try test.weatherFile(rows: 5), featureSet: TestWorkspace.weather, waits: true)
        _ = try await operations.ingest.ingest(request) { _ in }
        let letter = try #require(try await operations.deadLetters.list(DeadLetterQuery(), 10, 0).letters.first)
        let decoded = operations.deadLetters.decode(letter)
        #expect(decoded.problem == nil && decoded.featureSet == "nyc/weather")
        #expect(decoded.fields.first == NamedValue(name: "origin", value: .string("A3")))

        store.refuseRows(nil)
        let dry = try await operations.deadLetters.replay(DeadLetterQuery(), .dryRun)
        #expect(dry.map(\.result) == [.skipped])
        let outcomes = try await operations.deadLetters.replay(DeadLetterQuery(ids: [letter.id]), .unlimited)
        #expect(outcomes.map(\.result) == [.done] && outcomes.map(\.target) == [letter.id.rawValue])
        for await _ in operations.changes() {
            if try await workspace.onlyJob()?.counters.rowsWritten == 5 { break }
        }
        let set = try await operations.featureSets.get(TestWorkspace.weather).record.definition
        let row = store.rows(of: set).first { $0.key.values == [.string("A3")] }
        #expect(row?.eventTimestamp == decoded.eventTimestamp)
        #expect(try await operations.deadLetters.get(letter.id).replays == 1)
        await test.finish()
        await workspace.close()
    }

    @Test("a rate lets rows go in steps, with rests between them and none at the end")
    func rate() async throws {
        final class CountingClock: Clock {
            let rests = Mutex<[Duration]>([])
            var now: ContinuousClock.Instant { .now }
            var minimumResolution: Duration { .zero }
            func sleep(until deadline: ContinuousClock.Instant, tolerance: Duration?) async throws {
                rests.withLock { $0.append((deadline - .now) / .milliseconds(1) > 0 ? .milliseconds(1) : .zero) }
            }
        }
        let clock = CountingClock()
        let pace = ReplayPace(.atMost(rowsPerSecond: 2), clock: clock)
        #expect(pace.rowsPerStep == 2)
        try await pace.rest(after: 2)
        #expect(clock.rests.withLock { $0.count } == 1)
        let free = ReplayPace(.unlimited, clock: clock)
        try await free.rest(after: 500)
        #expect(clock.rests.withLock { $0.count } == 1)
        #expect(ReplayPace(.atMost(rowsPerSecond: 0), clock: clock).rowsPerStep == 1)
    }

    @Test("what is no row cannot be replayed, and says why")
    func unreplayable() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let outcomes = try await operations.deadLetters.replay(DeadLetterQuery(store: "online"), .unlimited)
        #expect(outcomes.map(\.result) == [.failed, .failed, .failed])
        #expect(try await operations.deadLetters.get("dl-1").replays == 0)
        await workspace.close()
    }
}
