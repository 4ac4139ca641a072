import FaultKit
import FeatureModel
import Ingestion
import LocalState
import Operations
import StorageContract
import StorageLayers
import Testing

@testable import Services

@Suite("A worker runs an export")
struct ExportWorkerTests {
    @Test("a process that is asked to end says so in the ledger, and leaves no file")
    func shutdown() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        test.store("online").faults.script(.submit, .silence)
        let rows = try test.write("rows.csv", "event_timestamp,origin\n2013-01-01T00:00:00Z,EWR\n")
        let export = try await operations.exports.start(
            ExportRequest(
                rowsPath: rows, features: [FeatureReference(project: "nyc", featureSet: "weather", feature: "temp")],
                outputPath: "\(test.folder.path)/out.csv", outputFormat: .csv))
        let changes = workspace.database.changes(every: workspace.terms.look, clock: workspace.environment.clock)
        for await _ in changes {
            if try await workspace.database.exports.get(export.id)?.status == .running { break }
        }
        await test.finish()
        #expect(try await workspace.database.exports.get(export.id)?.status == .cancelled)
        #expect(try test.folder.names().allSatisfy { !$0.contains("out.csv") })
        await workspace.close()
    }

    @Test("an output that is the file of entity rows under another name is refused, also where it may be replaced")
    func sameFile() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        let rows = try test.write("rows.csv", "event_timestamp,origin\n2013-01-01T00:00:00Z,EWR\n")
        let request = ExportRequest(
            rowsPath: rows, features: [FeatureReference(project: "nyc", featureSet: "weather", feature: "temp")],
            outputPath: "\(test.folder.path)/./rows.csv", outputFormat: .csv, overwrites: true)
        let error = await refusal { () async throws(OperationError) in try await operations.exports.start(request) }
        #expect(error?.code == .invalid)
        #expect(test.launched.isEmpty)
        await workspace.close()
    }

    @Test("what a killed worker had written is removed when the export is found to have ended")
    func leftovers() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration(), runsWorkers: false)
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        let request = ExportRequest(
            rowsPath: "/rows.csv", features: [], outputPath: "\(test.folder.path)/out.csv", outputFormat: .csv)
        let ledger = workspace.database.exports
        try await ledger.create(Export(id: "e1", request: request, createdAt: test.now()))
        _ = try await ledger.claim(
            "e1", worker: WorkerIdentity(host: "here", pid: 77), at: test.now(), term: workspace.terms.lease)
        try test.write(".out.csv.77-1.tmp", "half")
        try test.write(".out.csv.78-1.tmp", "another process's")
        test.advance(seconds: 60)
        #expect(try await operations.exports.get("e1").status == .failed)
        #expect(try test.folder.names().filter { $0.hasSuffix(".tmp") } == [".out.csv.78-1.tmp"])
        await workspace.close()
    }
}
