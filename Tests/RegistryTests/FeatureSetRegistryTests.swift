import FeatureModel
import LocalState
import Registry
import Testing

@Suite("Applying feature sets")
struct FeatureSetRegistryTests {
    private typealias Sample = RegistrySample

    /// Applies one set after another, the second an hour later.
    private func apply(_ first: FeatureSet, then second: FeatureSet) async throws -> FeatureSetApplication {
        try await withDatabase { database in
            _ = try await Sample.sets(in: database).apply([first])
            return try await Sample.sets(in: database, at: Sample.after(3600)).apply([second])[0]
        }
    }

    private func error(_ body: () async throws -> Void) async -> RegistryError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? RegistryError
        }
    }

    @Test("a new set is created with its project and the default source, and waits for jobs")
    func creates() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            let result = try await registry.apply([Sample.set()])[0]
            #expect(result.outcome == .created)
            #expect(result.changes == ["project nyc created"])
            #expect(result.featureSet.status == .pending)
            #expect(result.featureSet.definition.source == .local)
            #expect(try await registry.get(Sample.reference("weather")) == result.featureSet)
        }
    }

    @Test("the order of entities and features, and max age zero or unset, change nothing")
    func noChange() async throws {
        let first = Sample.set(maxAge: nil, source: .local)
        let second = Sample.set(
            entities: first.entities.reversed(), features: first.features.reversed(), maxAge: 0)
        let result = try await apply(first, then: second)
        #expect(result.outcome == .noChange)
        #expect(result.changes == [])
        #expect(result.featureSet.updatedAt == Sample.start)
    }

    @Test("an identical set that is ready stays ready")
    func keepsStatus() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            let set = try await registry.apply([Sample.set()])[0].featureSet
            try await registry.update([
                FeatureSetStatusChange(
                    featureSet: set.definition.reference, from: .pending, to: .ready, updatedAt: set.updatedAt)
            ])
            #expect(try await registry.apply([Sample.set()])[0].featureSet.status == .ready)
        }
    }

    @Test("every allowed change is told, and the set waits for jobs again")
    func updates() async throws {
        let first = Sample.set(features: [Sample.temp, Sample.wind], labels: ["tier": "gold"])
        let labelled = Feature(
            name: "temp", type: .double, labels: ["unit": "F"],
            constraints: ["presence": .map(["minCount": .integer(1)])])
        let second = Sample.set(
            features: [Feature(name: "humid", type: .float), labelled], maxAge: 3600, source: Sample.kafka)
        let result = try await apply(first, then: second)
        #expect(result.outcome == .updated)
        #expect(
            result.changes == [
                "max age 7200s → 3600s", "source LOCAL → KAFKA", "labels changed", "feature humid added (FLOAT)",
                "feature temp: labels changed", "feature temp: constraints changed", "feature wind removed (archived)",
            ])
        #expect(result.featureSet.status == .pending)
        #expect(result.featureSet.archivedFeatures == [Sample.wind])
        #expect(result.featureSet.createdAt == Sample.start && result.featureSet.updatedAt == Sample.after(3600))
    }

    @Test("constraints that a document leaves out stay, and that is said")
    func constraintsStay() async throws {
        let constrained = Feature(name: "temp", type: .double, constraints: ["presence": .null])
        let result = try await apply(Sample.set(features: [constrained]), then: Sample.set(features: [Sample.temp]))
        #expect(result.outcome == .noChange)
        #expect(result.notes.count == 1)
        #expect(result.featureSet.definition.features == [constrained])
    }

    @Test("a source's settings are told by key only")
    func sourceSettings() async throws {
        let other = SourceDefinition(type: "KAFKA", config: ["topic": "t", "password": "hunter2"])
        let result = try await apply(Sample.set(source: Sample.kafka), then: Sample.set(source: other))
        #expect(result.changes == ["source changed: password"])
    }

    @Test("what may not change is refused with the reason, and nothing changes")
    func refusals() async throws {
        let cases: [(FeatureSet, String)] = [
            (Sample.set(entities: [Entity(name: "origin", type: .string)]), "entities cannot change"),
            (
                Sample.set(entities: [Entity(name: "origin", type: .bytes), Entity(name: "hour", type: .int64)]),
                "entities cannot change"
            ),
            (Sample.set(features: [Feature(name: "temp", type: .float)]), "temp is DOUBLE and cannot become FLOAT"),
            (Sample.set(features: [Feature(name: "TEMP", type: .double)]), "only in case"),
            (Sample.set(features: [Sample.temp, Feature(name: "gone", type: .bool)]), "was removed"),
            (Sample.set(features: [Sample.temp, Feature(name: "Gone", type: .bool)]), "was removed"),
        ]
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            _ = try await registry.apply([Sample.set(features: [Sample.temp, Feature(name: "gone", type: .bool)])])
            let before = try await registry.apply([Sample.set(features: [Sample.temp])])[0].featureSet
            for (document, reason) in cases {
                let error = try #require(await error { _ = try await registry.apply([document]) })
                #expect(error.code == .refused)
                #expect(error.message.contains(reason), "\(error.message)")
                #expect(error.target == "nyc/weather" && error.hint != nil)
            }
            #expect(try await registry.get(Sample.reference("weather")) == before)
        }
    }

    @Test(
        "what can never be registered is invalid",
        arguments: [
            (RegistrySample.set("a b"), "\"a b\""),
            (RegistrySample.set("x", project: ""), "project is empty"),
            (RegistrySample.set(entities: []), "no entities"),
            (RegistrySample.set(features: [Feature(name: "a\u{1B}", type: .bool)]), "\\u{1B}"),
            (RegistrySample.set(features: [Feature(name: "job_id", type: .bool)]), "reserved"),
            (RegistrySample.set(entities: [Entity(name: "Event_Timestamp", type: .bool)]), "reserved"),
            (RegistrySample.set(features: [RegistrySample.temp, RegistrySample.temp]), "stands twice"),
            (RegistrySample.set(features: [Feature(name: "origin", type: .bool)]), "as entity and as feature"),
            (RegistrySample.set(features: [Feature(name: "Hour", type: .bool)]), "only in case"),
            (RegistrySample.set(labels: ["": "x"]), "empty key"),
            (RegistrySample.set(features: [Feature(name: "a", type: .bool, labels: ["": ""])]), "feature a"),
        ])
    func invalid(document: FeatureSet, reason: String) async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            let error = try #require(await error { _ = try await registry.apply([document]) })
            #expect(error.code == .invalid)
            #expect(error.message.contains(reason), "\(error.message)")
            let left = try await registry.list()
            #expect(left == [])
        }
    }

    @Test("several documents are all or nothing")
    func allOrNothing() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            _ = try await registry.apply([Sample.set("b")])
            let bad = Sample.set("b", features: [Feature(name: "temp", type: .bool)])
            let refusal = await error { _ = try await registry.apply([Sample.set("a", project: "new"), bad]) }
            #expect(refusal?.code == .refused)
            let twice = await error { _ = try await registry.apply([Sample.set("c"), Sample.set("c")]) }
            #expect(twice?.message.contains("twice") == true)
            let names = try await registry.list().map(\.definition.reference.name)
            #expect(names == ["b"])
            let projects = try await ProjectRegistry(database: database) { Sample.start }.list().map(\.name)
            #expect(projects == ["nyc"])
        }
    }

    @Test("a dry run says what would happen and writes nothing")
    func dryRun() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            let results = try await registry.apply([Sample.set("a"), Sample.set("b")], isDryRun: true)
            #expect(results.map(\.outcome) == [.created, .created])
            #expect(results.map(\.changes) == [["project nyc created"], []])
            let sets = try await registry.list()
            #expect(sets == [])
        }
    }

    @Test("an archived project takes no feature sets")
    func archivedProject() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            _ = try await registry.apply([Sample.set()])
            try await ProjectRegistry(database: database) { Sample.start }.archive("nyc")
            let refusal = await error { _ = try await registry.apply([Sample.set("other")]) }
            #expect(refusal?.code == .refused && refusal?.target == "nyc")
            let sets = try await registry.list(project: "nyc")
            #expect(sets.count == 1)
        }
    }

    @Test("sets are listed by patterns and labels; an unknown one is not found, with the nearest name")
    func listAndGet() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            _ = try await registry.apply([
                Sample.set("weather", labels: ["a": "1", "b": "2"]), Sample.set("delays", labels: ["a": "1"]),
                Sample.set("weather", project: "ams"),
            ])
            func names(_ sets: [RegisteredFeatureSet]) -> [String] { sets.map(\.definition.reference.description) }
            #expect(names(try await registry.list()) == ["ams/weather", "nyc/delays", "nyc/weather"])
            #expect(names(try await registry.list(project: "n*")) == ["nyc/delays", "nyc/weather"])
            #expect(names(try await registry.list(name: "weather")) == ["ams/weather", "nyc/weather"])
            #expect(names(try await registry.list(labels: ["a": "1", "b": "2"])) == ["nyc/weather"])
            let missing = await error { _ = try await registry.get(Sample.reference("wether")) }
            #expect(missing?.code == .notFound && missing?.hint == "did you mean nyc/weather?")
        }
    }

    @Test("a status that was decided on an older definition is not set")
    func staleStatus() async throws {
        try await withDatabase { database in
            let registry = Sample.sets(in: database)
            let old = try await registry.apply([Sample.set()])[0].featureSet
            _ = try await Sample.sets(in: database, at: Sample.after(1)).apply([Sample.set(maxAge: 1)])
            try await registry.update([
                FeatureSetStatusChange(
                    featureSet: old.definition.reference, from: .pending, to: .ready, updatedAt: old.updatedAt)
            ])
            let status = try await registry.get(old.definition.reference).status
            #expect(status == .pending)
        }
    }
}
