import FeatureModel
import Foundation
import LocalState
import Registry

/// A database in a folder of its own, both gone afterwards.
func withDatabase<Answer>(_ body: (StateDatabase) async throws -> Answer) async throws -> Answer {
    let folder = NSTemporaryDirectory() + "larder-registry-" + UUID().uuidString
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let database = try await StateDatabase.open(at: folder + "/state.db")
    do {
        let answer = try await body(database)
        await database.close()
        return answer
    } catch {
        await database.close()
        throw error
    }
}

enum RegistrySample {
    static let start = Timestamp(seconds: 1_591_500_000)
    static let term = Duration.seconds(10)
    static let worker = WorkerIdentity(host: "a", pid: 1)
    static let kafka = SourceDefinition(type: "KAFKA", config: ["topic": "t"])

    static func after(_ seconds: Int64) -> Timestamp { Timestamp(seconds: start.seconds + seconds) }

    static func sets(in database: StateDatabase, at time: Timestamp = start) -> FeatureSetRegistry {
        FeatureSetRegistry(database: database, defaultSource: .local) { time }
    }

    static func reference(_ name: String, project: ProjectName = "nyc") -> FeatureSetReference {
        FeatureSetReference(project: project, name: name)
    }

    /// `origin STRING, hour INT64` and `temp DOUBLE, wind INT64`, unless said.
    static func set(
        _ name: String = "weather", project: ProjectName = "nyc", entities: [Entity]? = nil,
        features: [Feature]? = nil, maxAge: Int64? = 7200, source: SourceDefinition? = nil,
        labels: [String: String] = [:]
    ) -> FeatureSet {
        FeatureSet(
            reference: reference(name, project: project),
            entities: entities ?? [Entity(name: "origin", type: .string), Entity(name: "hour", type: .int64)],
            features: features ?? [temp, wind], maxAgeSeconds: maxAge, source: source, labels: labels)
    }

    static let temp = Feature(name: "temp", type: .double)
    static let wind = Feature(name: "wind", type: .int64)

    static func store(_ name: StoreName, _ subscriptions: [Subscription] = [.everything]) -> StoreDefinition {
        StoreDefinition(name: name, type: "SQLITE", config: ["path": "\(name).db"], subscriptions: subscriptions)
    }

    static func registered(
        _ set: FeatureSet = set(), status: FeatureSetStatus = .pending, archived: [Feature] = []
    ) -> RegisteredFeatureSet {
        var set = set
        set.source = set.source ?? .local
        return RegisteredFeatureSet(
            definition: set, status: status, createdAt: start, updatedAt: start, archivedFeatures: archived)
    }
}
