import Documents
import FeatureModel
import LocalState
import Operations
import Registry
import StorageAPI
import StorageContract
import StorageLayers
import Testing

@testable import Services

@Suite("Stores")
struct StoreServiceTests {
    private static let redis = """
        name: cache
        type: REDIS
        config: {host: "${HOST}", port: 6379, password: "${PASSWORD}"}
        subscriptions: [{project: nyc, name: "*"}]
        """
    private static let variables = ["HOST": "10.0.0.1", "PASSWORD": "swordfish"]

    @Test("a list tells settings, subscriptions and where a store is defined, but no secret")
    func list() async throws {
        let test = try TestWorkspace(
            configuration: "stores:\n  - name: m\n    type: MEMORY\n    config: {name: a, password: swordfish}\n"
                + "    subscriptions: [{project: nyc, name: \"*\"}, {project: \"*\", name: taxi, exclude: true}]\n")
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        let store = try #require(try await operations.stores.list().first)
        #expect(store.name == "m" && store.type == "MEMORY")
        #expect(store.settings.map(\.value) == ["a", "•••"])
        #expect(store.subscriptionMatches == [1, 0])
        #expect(store.featureSets == [TestWorkspace.weather])
        #expect(store.definedAt == "larder.yaml line 2")
        #expect(store.health == .unknown)
        #expect(store.jobsTotal == 0)
        await workspace.close()
    }

    @Test("an applied store is kept with its variables as written, and used with their values")
    func apply() async throws {
        let test = try TestWorkspace()
        let workspace = try await test.open(variables: Self.variables)
        let stores = LiveOperations.make(workspace).stores
        let dry = try await stores.apply(Self.redis, "s.yaml", true)
        #expect(dry.map(\.result) == [.created])
        #expect(try await stores.list().count == 2)
        #expect(try await stores.apply(Self.redis, "s.yaml", false).map(\.result) == [.created])
        #expect(try await stores.apply(Self.redis, "s.yaml", false).map(\.result) == [.noChange])
        let kept = try await workspace.storeRegistry.list().map(\.definition.config)
        #expect(kept == [["host": "${HOST}", "port": "6379", "password": "${PASSWORD}"]])
        let entry = try await workspace.stores.entry("cache")
        #expect(entry.definition.config["host"] == "10.0.0.1")
        #expect(entry.place.config["password"] == "swordfish")
        #expect(entry.origin == .registry)
        #expect(try await stores.list().map(\.name) == ["online", "historical", "cache"])
        try await stores.delete("cache")
        #expect(await refusal { () async throws(OperationError) in try await stores.get("cache") }?.code == .notFound)
        await workspace.close()
    }

    @Test("a literal ${ survives being kept")
    func literalDollar() throws {
        let yaml = "name: s\ntype: SQLITE\nconfig: {path: \"a$${b}-${NAME}.db\"}\n"
        let store = try #require(
            try StoredStore.read(yaml, file: "s.yaml", variables: ["NAME": "n"]).first)
        #expect(store.used.definition.config == ["path": "a${b}-n.db"])
        #expect(store.kept.config == ["path": "a$${b}-${NAME}.db"])
        let again = try StoredStore.expanded(store.kept, variables: ["NAME": "n"])
        #expect(again.definition.config == ["path": "a${b}-n.db"])
    }

    @Test("a registered store whose variable is gone is still listed, and keeps nothing else from working")
    func brokenStore() async throws {
        let test = try TestWorkspace()
        let first = try await test.open(variables: Self.variables)
        _ = try await LiveOperations.make(first).stores.apply(Self.redis, "s.yaml", false)
        await first.close()
        let second = try await test.open()
        let stores = LiveOperations.make(second).stores
        #expect(try await stores.list().map(\.name) == ["online", "historical", "cache"])
        let check = try await stores.check("cache")
        #expect(check.error?.code == .invalid)
        #expect(check.steps.map(\.verdict) == [.fail])
        #expect(check.steps.first?.fact.contains("HOST") == true)
        try await stores.delete("cache")
        await second.close()
    }

    @Test("a store of the configuration is changed only there")
    func configuredStore() async throws {
        let test = try TestWorkspace(configuration: "stores:\n  - {name: s, type: SQLITE, config: {path: s.db}}\n")
        let workspace = try await test.open()
        let stores = LiveOperations.make(workspace).stores
        let yaml = "name: s\ntype: SQLITE\nconfig: {path: t.db}\n"
        let applied = await refusal { () async throws(OperationError) in try await stores.apply(yaml, "s.yaml", false) }
        #expect(applied?.code == .refused)
        #expect(applied?.description.contains("larder.yaml:2") == true)
        #expect(await refusal { () async throws(OperationError) in try await stores.delete("s") }?.code == .refused)
        await workspace.close()
    }

    @Test(
        "what can never work is not applied",
        arguments: [
            "type: REDDIS", "type: SQLITE\nconfig: {pth: x}", "type: REDIS\nconfig: {tls_ca_file: ca.pem}",
            "type: REDIS_CLUSTER\nconfig: {connection_string: \"a:b\"}",
        ])
    func badDocument(rest: String) async throws {
        let test = try TestWorkspace()
        let workspace = try await test.open()
        let stores = LiveOperations.make(workspace).stores
        let error = await refusal { () async throws(OperationError) in
            try await stores.apply("name: s\n\(rest)\n", "s.yaml", false)
        }
        #expect(error?.code == .invalid)
        #expect(error?.description.contains("s.yaml:") == true)
        #expect(try await workspace.storeRegistry.list().isEmpty)
        await workspace.close()
    }

    @Test("checking proves a write and a read, and leaves one row however often it is done")
    func check() async throws {
        let test = try TestWorkspace()
        let workspace = try await test.open()
        let stores = LiveOperations.make(workspace).stores
        for _ in 0..<2 {
            let check = try await stores.check("online")
            #expect(check.error == nil)
            #expect(check.steps.map(\.name) == ["settings", "connect", "write", "read"])
            #expect(check.steps.map(\.verdict) == [.ok, .ok, .ok, .ok], "\(check.steps)")
            #expect(check.store.health.state == .up)
        }
        await workspace.close()
    }

    @Test("in a read-only workspace checking only connects")
    func checkReadOnly() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), isReadOnly: true)
        let workspace = try await test.open()
        let check = try await LiveOperations.make(workspace).stores.check("online")
        #expect(check.steps.map(\.verdict) == [.ok, .ok, .notApplicable, .notApplicable])
        #expect(test.store("online").rows(of: StoreTrial.featureSet).isEmpty)
        await workspace.close()
    }

    @Test("a store that is down fails the check as unreachable, and heals")
    func down() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        let store = test.store("online")
        store.faults.sever(with: store.error(.unavailable))
        let check = try await operations.stores.check("online")
        #expect(check.error?.code == .unreachable)
        #expect(check.steps.map(\.name) == ["settings", "connect"])
        #expect(check.store.health.state == .down)
        let health = await operations.stores.health()
        #expect(health.map(\.name) == ["online", "MEMORY"])
        #expect(health.map(\.health.state) == [.down, .up])
        store.faults.heal()
        #expect(try await operations.stores.check("online").error == nil)
        #expect(try await operations.stores.get("online").health.state == .up)
        await workspace.close()
    }
}
