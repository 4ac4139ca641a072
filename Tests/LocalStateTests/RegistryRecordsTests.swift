import FeatureModel
import LocalState
import Testing

@Suite("Registry tables")
struct RegistryRecordsTests {
    @Test("a feature set survives the round trip with labels, constraints, times and tombstones")
    func featureSet() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            var set = Sample.set(Sample.weather)
            set.archivedFeatures = [Feature(name: "old", type: .boolList)]
            set.status = .jobStarting
            set.updatedAt = Sample.after(5)
            let changed = set
            try await database.registry.write { try $0.save(changed) }
            #expect(try await database.registry.read { try $0.featureSet(Sample.weather) } == set)
            #expect(
                try await database.registry.read { try $0.featureSets().map(\.definition.reference.name) }
                    == ["delays", "weather"])
        }
    }

    @Test("every status word has its place in the schema")
    func statusWords() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            for status in FeatureSetStatus.allCases {
                var set = Sample.set(Sample.weather)
                set.status = status
                let changed = set
                try await database.registry.write { try $0.save(changed) }
                #expect(try await database.registry.read { try $0.featureSet(Sample.weather)?.status } == status)
            }
        }
    }

    @Test("a status is set only if the set still is what the decision was made on")
    func compareAndSet() async throws {
        try await withState { database, _ in
            try await Sample.register(in: database)
            let answers = try await database.registry.write { transaction in
                [
                    try transaction.setStatus(
                        of: Sample.weather, from: .ready, to: .jobStarting, ifUpdatedAt: Sample.start),
                    try transaction.setStatus(
                        of: Sample.weather, from: .pending, to: .ready, ifUpdatedAt: Sample.after(1)),
                    try transaction.setStatus(
                        of: Sample.weather, from: .pending, to: .ready, ifUpdatedAt: Sample.start),
                ]
            }
            #expect(answers == [false, false, true])
        }
    }

    @Test("a store survives the round trip, and its secrets can only be names of variables")
    func store() async throws {
        try await withState { database, _ in
            let definition = StoreDefinition(
                name: "online", type: "REDIS", config: ["host": "h", "password": "${REDIS_PASSWORD}"],
                subscriptions: [.everything, Subscription(project: "nyc", name: "x*", exclude: true)])
            let store = RegisteredStore(
                definition: definition, secretKeys: ["password"], createdAt: Sample.start, updatedAt: Sample.start)
            try await database.registry.write { try $0.save(store) }
            #expect(try await database.registry.read { try $0.store("online") } == store)

            for secret in ["hunter2", "${}", "${A} ${B}", "x${A}", "${A}x", ""] {
                let leaky = RegisteredStore(
                    definition: StoreDefinition(name: "online", type: "REDIS", config: ["password": secret]),
                    secretKeys: ["password"], createdAt: Sample.start, updatedAt: Sample.start)
                await #expect {
                    try await database.registry.write { try $0.save(leaky) }
                } throws: { error in
                    let error = error as? LocalStateError
                    return error?.code == .invalid && (secret.isEmpty || error?.description.contains(secret) == false)
                }
            }
            #expect(try await database.registry.read { try $0.stores() } == [store])
            #expect(try await database.registry.write { try $0.deleteStore("online") })
            #expect(try await !database.registry.write { try $0.deleteStore("online") })
        }
    }

    private struct Refusal: Error {}

    @Test("a transaction that throws changes nothing")
    func rollback() async throws {
        let projects = try await withState { database, _ -> [RegisteredProject] in
            await #expect(throws: Refusal.self) { try await refuseAfterSaving(database.registry) }
            return try await database.registry.read { try $0.projects() }
        }
        #expect(projects == [])
    }

    private func refuseAfterSaving(_ records: RegistryRecords) async throws {
        try await records.write { transaction in
            try transaction.save(RegisteredProject(name: "p", createdAt: Sample.start))
            throw Refusal()
        }
    }
}
