import ConsoleKit
import FeatureModel
import Operations
import Showcase
import Testing

@testable import larder

@Suite("Kinds")
struct KindTests {
    private let operations = Showcase.operations()

    /// The fields that the contract of the command line lists, in its order.
    private static let contract: [String: [String]] = [
        "Value": [
            "entities", "feature", "value", "state", "eventTimestamp", "ageSeconds", "maxAgeSeconds", "served", "store",
        ],
        "Why": ["entities", "feature", "steps", "conclusion"],
        "Store": ["name", "type", "config", "subscriptions", "featureSets", "capabilities", "health"],
        "FeatureSet": [
            "project", "name", "status", "entities", "features", "maxAgeSeconds", "source", "labels", "createdAt",
            "stores",
        ],
        "ApplyResult": ["name", "result", "changes"],
        "IngestResult": [
            "ingestionId", "featureSet", "rowsRead", "rowsProduced", "rowsBad", "stores", "seconds", "rowsPerSecond",
        ],
        "Job": [
            "id", "status", "store", "source", "featureSets", "rowsRead", "rowsWritten", "rowsFailed", "rowsIgnored",
            "lagRows", "lagSeconds", "lastError", "startedAt", "heartbeatAt", "workers",
        ],
        "Export": [
            "id", "status", "stage", "store", "features", "rows", "rowsDone", "files", "error", "createdAt",
            "finishedAt",
        ],
        "DeadLetter": [
            "id", "at", "featureSet", "store", "job", "reason", "message", "payload", "replays",
        ],
        "DeadLetterGroup": ["reason", "count", "first", "last"],
        "Connector": ["type", "summary", "capabilities", "settings"],
    ]

    @Test("every kind of the contract begins with the contract's fields; others may follow")
    func contractFields() {
        for (title, fields) in Self.contract {
            let shape = KindCatalog.all.first { $0.title == title }
            #expect(shape?.fields.map(\.name).prefix(fields.count).map { $0 } == fields, "\(title)")
        }
    }

    @Test("a thing carries its kind first, items of a list do not repeat it")
    func kindField() async throws {
        let job = try #require(try await operations.jobs.list(JobQuery()).first)
        guard case .object(let fields) = Kind.job.object(job) else {
            Issue.record("no object")
            return
        }
        #expect(fields.first == OutputField("kind", .string("Job")))
        let list = Kind.job.listing([job], asOf: operations.now()).document
        let tree = try JSONTree(JSONText.write(list))
        #expect(tree.fields == ["asOf", "errors", "items", "kind", "truncated"])
        #expect(tree["kind"].text == "Job")
        #expect(!tree.items[0].fields.contains("kind"))
    }

    @Test("every column of a table names a field, and every kind names its things by a field")
    func columns() {
        check(Kind.job)
        check(Kind.store)
        check(Kind.featureSet)
        check(Kind.value)
        check(Kind.export)
        check(Kind.deadLetter)
        check(Kind.deadLetterGroup)
        check(Kind.connector)
        check(Kind.applyResult)
        check(Kind.orderResult)
        check(Kind.project)
        check(Kind.jobEvent)
        check(Kind.key)
        check(Kind.finding)
        check(Kind.theme)
        check(Kind.themeFinding)
    }

    private func check<Thing>(_ kind: Kind<Thing>) {
        let fields = kind.fields.map(\.name)
        #expect(kind.columns.allSatisfy { fields.contains($0.field) }, "\(kind.title)")
        #expect(fields.contains(kind.nameField), "\(kind.title)")
        #expect(Set(fields).count == fields.count, "\(kind.title)")
    }

    @Test("only settings that differ from their defaults are a store's config")
    func storeConfig() {
        let store = StoreSummary(
            name: "online", type: "REDIS",
            settings: [
                SettingValue(key: "host", value: "h", isDefault: false),
                SettingValue(key: "port", value: "6379", isDefault: true),
            ], subscriptions: [], subscriptionMatches: [], featureSets: [], capabilities: [], definedAt: nil,
            health: .unknown)
        #expect(Kind.store.object(store)["config"] == .object([OutputField("host", .string("h"))]))
        #expect(Kind.store.object(store)["health"]?["latencyMs"] == .null)
    }
}
