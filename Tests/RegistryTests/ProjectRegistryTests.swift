import FeatureModel
import LocalState
import Registry
import Testing

@Suite("Projects")
struct ProjectRegistryTests {
    private func code(_ body: () async throws -> Void) async -> RegistryErrorCode? {
        do {
            try await body()
            return nil
        } catch {
            return (error as? RegistryError)?.code
        }
    }

    @Test("default is there after the start, however often that is")
    func prepares() async throws {
        try await withDatabase { database in
            let projects = ProjectRegistry(database: database) { RegistrySample.start }
            try await projects.prepare()
            try await projects.prepare()
            let names = try await projects.list().map(\.name)
            #expect(names == ["default"])
        }
    }

    @Test("a project is created once, archived, and no longer listed")
    func lifeOfAProject() async throws {
        try await withDatabase { database in
            let projects = ProjectRegistry(database: database) { RegistrySample.start }
            try await projects.prepare()
            try await projects.create("nyc")
            #expect(await code { try await projects.create("nyc") } == .refused)
            #expect(await code { try await projects.create("n y c") } == .invalid)
            let archived = try await projects.archive("nyc")
            #expect(archived.archivedAt == RegistrySample.start)
            let again = try await projects.archive("nyc")
            #expect(again == archived)
            #expect(await code { try await projects.create("nyc") } == .refused)
            let (listed, all) = (try await projects.list(), try await projects.list(includesArchived: true))
            #expect(listed.map(\.name) == ["default"] && all.count == 2)
        }
    }

    @Test("default cannot be archived, and what is not there is not found")
    func refusals() async throws {
        try await withDatabase { database in
            let projects = ProjectRegistry(database: database) { RegistrySample.start }
            try await projects.prepare()
            #expect(await code { try await projects.archive("default") } == .refused)
            #expect(await code { try await projects.archive("defautl") } == .notFound)
        }
    }
}
