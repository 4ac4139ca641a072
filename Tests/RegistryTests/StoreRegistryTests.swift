import FeatureModel
import LocalState
import Registry
import Testing

@Suite("Registered stores")
struct StoreRegistryTests {
    private func registry(_ database: StateDatabase) -> StoreRegistry {
        StoreRegistry(
            database: database, configured: ["online": "larder.yaml:12"], secretKeys: { _ in ["password"] },
            now: { RegistrySample.start })
    }

    private func failure(_ body: () async throws -> Void) async -> RegistryError? {
        do {
            try await body()
            return nil
        } catch {
            return error as? RegistryError
        }
    }

    @Test("a store is created, unchanged, updated and deleted; subscriptions in another order change nothing")
    func wholeLife() async throws {
        try await withDatabase { database in
            let registry = registry(database)
            let no = Subscription(project: "nyc", name: "x", exclude: true)
            let first = RegistrySample.store("canary", [.everything, no])
            #expect(try await registry.apply([first]).map(\.outcome) == [.created])
            #expect(
                try await registry.apply([RegistrySample.store("canary", [no, .everything])]).map(\.outcome) == [
                    .noChange
                ])
            let changed = StoreDefinition(
                name: "canary", type: "REDIS", config: ["host": "h", "password": "${P}"], subscriptions: [.everything])
            let dry = try await registry.apply([changed], isDryRun: true)
            #expect(dry.map(\.outcome) == [.updated])
            #expect(try await registry.list().map(\.definition) == [first])
            let result = try await registry.apply([changed])[0]
            #expect(
                result.changes == [
                    "type SQLITE → REDIS", "setting host unset → h", "setting password changed",
                    "setting path canary.db → unset", "subscription nyc:x:exclude removed",
                ])
            #expect(try await registry.list().map(\.definition) == [changed])
            try await registry.delete("canary")
            #expect(await failure { try await registry.delete("canary") }?.code == .notFound)
        }
    }

    @Test("a store of the configuration is changed only there")
    func configured() async throws {
        try await withDatabase { database in
            let registry = registry(database)
            let applied = await failure { _ = try await registry.apply([RegistrySample.store("online")]) }
            let deleted = await failure { try await registry.delete("online") }
            for error in [applied, deleted] {
                #expect(error?.code == .refused && error?.message.contains("larder.yaml:12") == true)
            }
        }
    }

    @Test("a secret's value is refused without being repeated")
    func secret() async throws {
        try await withDatabase { database in
            let registry = registry(database)
            let leaky = StoreDefinition(name: "r", type: "REDIS", config: ["password": "hunter2"])
            let error = try #require(await failure { _ = try await registry.apply([leaky]) })
            #expect(error.code == .refused && !error.description.contains("hunter2"))
            #expect(error.hint?.contains("${NAME}") == true)
        }
    }

    @Test("bad names, types and subscriptions are invalid, and then nothing is written")
    func invalid() async throws {
        try await withDatabase { database in
            let registry = registry(database)
            let bad = [
                RegistrySample.store("a b"), StoreDefinition(name: "s", type: ""),
                RegistrySample.store("s", [Subscription(project: "", name: "*")]),
                RegistrySample.store("s", [Subscription(project: "*", name: "")]),
                RegistrySample.store("s", [Subscription(project: "nyc/weather", name: "*")]),
            ]
            for store in bad {
                let error = await failure { _ = try await registry.apply([RegistrySample.store("fine"), store]) }
                #expect(error?.code == .invalid, "\(store.name)")
            }
            let twice = await failure {
                _ = try await registry.apply([RegistrySample.store("s"), RegistrySample.store("s")])
            }
            #expect(twice?.code == .invalid)
            let left = try await registry.list()
            #expect(left == [])
        }
    }

    @Test("the catalogue has the configuration's stores first, and its own of a name")
    func catalog() throws {
        let catalog = StoreCatalog(
            configured: [RegistrySample.store("z"), RegistrySample.store("online")],
            registered: [RegistrySample.store("m"), RegistrySample.store("online", []), RegistrySample.store("b")])
        #expect(catalog.stores.map(\.name) == ["z", "online", "b", "m"])
        #expect(catalog.shadowed == ["online"])
        #expect(try catalog.store("online").subscriptions == [.everything])
        #expect { try catalog.store("onlin") } throws: { ($0 as? RegistryError)?.hint == "did you mean online?" }
    }
}
