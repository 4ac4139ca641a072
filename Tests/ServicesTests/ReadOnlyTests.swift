import FeatureModel
import Operations
import Testing

@testable import Services

@Suite("A read-only workspace refuses every change")
struct ReadOnlyTests {
    @Test("every changing operation is refused, every reading one answers")
    func refusals() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), isReadOnly: true)
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        let path = try test.weatherFile(rows: 1)
        let yaml = "name: s\ntype: SQLITE\nconfig: {path: s.db}\n"
        let refused: [OperationError?] = [
            await refusal { () async throws(OperationError) in try await operations.stores.apply(yaml, "s", false) },
            await refusal { () async throws(OperationError) in try await operations.stores.delete("s") },
            await refusal { () async throws(OperationError) in try await operations.projects.create("p") },
            await refusal { () async throws(OperationError) in try await operations.projects.archive("p") },
            await refusal { () async throws(OperationError) in
                try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w", false)
            },
            await refusal { () async throws(OperationError) in try await operations.jobs.start("online", nil) },
            await refusal { () async throws(OperationError) in try await operations.jobs.stop([]) },
            await refusal { () async throws(OperationError) in try await operations.jobs.restart([]) },
            await refusal { () async throws(OperationError) in try await operations.jobs.suspend([]) },
            await refusal { () async throws(OperationError) in try await operations.jobs.resume([]) },
            await refusal { () async throws(OperationError) in try await operations.jobs.reconcile() },
            await refusal { () async throws(OperationError) in
                try await operations.ingest.ingest(
                    IngestRequest(path: path, featureSet: TestWorkspace.weather)
                ) { _ in }
            },
            await refusal { () async throws(OperationError) in
                try await operations.deadLetters.replay(DeadLetterQuery(), .unlimited)
            },
            await refusal { () async throws(OperationError) in
                try await operations.deadLetters.discard(DeadLetterQuery())
            },
        ]
        #expect(refused.allSatisfy { $0?.code == .refused }, "\(refused)")
        #expect(try await operations.stores.apply(yaml, "s", true).map(\.result) == [.created])
        #expect(
            try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w", true).map(\.result) == [.created])
        #expect(try await operations.featureSets.list(nil).isEmpty)
        #expect(try await operations.stores.list().count == 1)
        #expect(test.launched.isEmpty)
        await workspace.close()
    }
}
