import FeatureModel
import Foundation
import LocalState

/// A folder of its own with a database in it, both gone afterwards.
func withState<Answer>(_ body: (StateDatabase, String) async throws -> Answer) async throws -> Answer {
    try await withFolder { folder in
        let path = folder + "/state/state.db"
        let database = try await StateDatabase.open(at: path)
        do {
            let answer = try await body(database, path)
            await database.close()
            return answer
        } catch {
            await database.close()
            throw error
        }
    }
}

func withFolder<Answer>(_ body: (String) async throws -> Answer) async throws -> Answer {
    let folder = NSTemporaryDirectory() + "larder-state-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    return try await body(folder)
}

enum Sample {
    static let start = Timestamp(seconds: 1_600_000_000, nanoseconds: 5)
    static let term = Duration.seconds(10)
    static let weather = FeatureSetReference(project: "nyc", name: "weather")
    static let delays = FeatureSetReference(project: "nyc", name: "delays")
    static let one = WorkerIdentity(host: "a", pid: 1)
    static let two = WorkerIdentity(host: "a", pid: 2)

    static func after(_ seconds: Int64) -> Timestamp { Timestamp(seconds: start.seconds + seconds, nanoseconds: 5) }

    static func set(_ reference: FeatureSetReference) -> RegisteredFeatureSet {
        let definition = FeatureSet(
            reference: reference, entities: [Entity(name: "origin", type: .string)],
            features: [
                Feature(
                    name: "temp", type: .double, labels: ["unit": "F"],
                    constraints: ["intDomain": .map(["min": .integer(0), "max": .double(.infinity)])])
            ], maxAgeSeconds: 3600, source: .local, labels: ["tier": "gold"])
        return RegisteredFeatureSet(definition: definition, status: .pending, createdAt: start, updatedAt: start)
    }

    static func job(_ id: JobID, store: StoreName = "online", at time: Timestamp = start) -> Job {
        Job(id: id, source: .local, store: store, featureSets: [weather], createdAt: time)
    }

    /// Registers both feature sets, so that jobs may name them.
    static func register(in database: StateDatabase) async throws {
        try await database.registry.write { transaction in
            try transaction.save(RegisteredProject(name: "nyc", createdAt: start))
            try transaction.save(set(weather))
            try transaction.save(set(delays))
        }
    }

    static func claim(_ id: JobID, in database: StateDatabase, at time: Timestamp = start) async throws -> JobLease {
        switch try await database.jobs.claim(id, worker: one, at: time, term: term) {
        case .claimed(let lease, _): return lease
        case let other: throw Unexpected(claim: other)
        }
    }

    struct Unexpected: Error {
        let claim: JobClaim
    }

    static func rows(_ offsets: ClosedRange<Int64>, _ ingestion: IngestionID = "i1") -> [AccountedRow] {
        offsets.map {
            AccountedRow(
                position: SourcePosition(partition: 0, offset: $0), ingestionID: ingestion, outcome: .written)
        }
    }
}
