import Dispatch
import FaultKit
import FeatureModel
import Glibc
import LocalState
import Operations
import StorageAPI
import StorageContract
import StorageLayers
import Testing

@testable import Services

@Suite("Files are ingested")
struct IngestServiceTests {
    private func prepared(_ test: TestWorkspace) async throws -> (Workspace, Operations) {
        let workspace = try await test.open()
        let operations = LiveOperations.make(workspace)
        _ = try await operations.featureSets.apply(TestWorkspace.weatherYAML, "w.yaml", false)
        return (workspace, operations)
    }

    private func request(_ path: String, waits: Bool = true, again: Bool = false) -> IngestRequest {
        IngestRequest(path: path, featureSet: TestWorkspace.weather, again: again, waits: waits)
    }

    @Test(
        "--wait returns when every store has answered for every row, on the embedded stores too",
        arguments: [true, false])
    func wait(isEmbedded: Bool) async throws {
        let test = try TestWorkspace(
            configuration: isEmbedded ? nil : TestWorkspace.configuration(stores: ["online", "historical"]))
        let (workspace, operations) = try await prepared(test)
        let path = try test.weatherFile(rows: 300, bad: [7, 8])
        let notes = Notes()
        let result = try await operations.ingest.ingest(request(path)) { notes.add($0) }
        #expect(result.rowsRead == 300 && result.rowsProduced == 298 && result.rowsBad == 2)
        #expect(result.stores.map(\.name) == ["online", "historical"])
        #expect(result.stores.allSatisfy { $0.written == 298 && $0.failed == 0 && $0.ignored == 0 })
        #expect(notes.badRows.count == 2)
        #expect(notes.badRows.first?.hasPrefix("\(path):9:3") == true, "\(notes.badRows)")
        let letters = try await operations.deadLetters.list(DeadLetterQuery(), 10, 0)
        #expect(letters.total == 2 && letters.letters.allSatisfy { $0.reason == .badInput })
        let answer = try await operations.online.get(
            OnlineQuery(
                keys: [[.init(name: "origin", text: "A42")]],
                features: [FeatureReference(project: "nyc", featureSet: "weather", feature: "temp")]))
        #expect(answer.values.map(\.value) == [.double(42.5)])
        await test.finish()
        await workspace.close()
    }

    @Test("ingesting again adds nothing; --again takes every row once more")
    func again() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let path = try test.weatherFile(rows: 60)
        let first = try await operations.ingest.ingest(request(path)) { _ in }
        let second = try await operations.ingest.ingest(request(path)) { _ in }
        #expect(second.ingestionID == first.ingestionID && second.rowsProduced == 60)
        #expect(second.stores == first.stores)
        #expect(try await workspace.onlyJob()?.counters.rowsRead == 60)
        let third = try await operations.ingest.ingest(request(path, again: true)) { _ in }
        #expect(third.ingestionID != first.ingestionID && third.stores.map(\.written) == [60])
        #expect(try await workspace.onlyJob()?.counters.rowsRead == 120)
        await test.finish()
        await workspace.close()
    }

    @Test("a pipe is read once, and every row of it is taken", .timeLimit(.minutes(1)))
    func pipe() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let content = try test.folder.bytes(of: String(try test.weatherFile(rows: 20).split(separator: "/").last ?? ""))
        let path = test.folder.path("pipe.csv")
        #expect(mkfifo(path, 0o600) == 0)
        DispatchQueue(label: "writer").async {
            guard let file = fopen(path, "w") else { return }
            fwrite(content, 1, content.count, file)
            fclose(file)
        }
        let result = try await operations.ingest.ingest(request(path, waits: false)) { _ in }
        #expect(result.rowsRead == 20 && result.rowsProduced == 20)
        await workspace.close()
    }

    @Test("without --wait nothing is started, and the rows wait in the source")
    func withoutWaiting() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let result = try await operations.ingest.ingest(request(try test.weatherFile(rows: 5), waits: false)) { _ in }
        #expect(result.rowsProduced == 5 && result.stores.isEmpty)
        #expect(test.launched.isEmpty)
        await workspace.close()
    }

    @Test("an unknown feature set, a bad header and a missing file end it before anything is produced")
    func faults() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let path = try test.weatherFile(rows: 1)
        let unknown = await refusal { () async throws(OperationError) in
            try await operations.ingest.ingest(
                IngestRequest(path: path, featureSet: FeatureSetReference(project: "nyc", name: "wether"))
            ) { _ in }
        }
        #expect(unknown?.code == .invalid)
        #expect(unknown?.description.contains("weather") == true)
        let header = try test.write("h.csv", "event_timestamp,orign,temp,wind\n")
        let column = await refusal { () async throws(OperationError) in
            try await operations.ingest.ingest(request(header)) { _ in }
        }
        #expect(column?.code == .invalid)
        let missing = await refusal { () async throws(OperationError) in
            try await operations.ingest.ingest(request(test.folder.path + "/none.csv")) { _ in }
        }
        #expect(missing?.code == .invalid)
        #expect(missing?.description.contains("none.csv") == true)
        await test.finish()
        await workspace.close()
    }

    @Test("waiting for nobody is refused at once")
    func nobody() async throws {
        let test = try TestWorkspace(configuration: "stores: [{name: s, type: SQLITE, config: {path: s.db}}]\n")
        let (workspace, operations) = try await prepared(test)
        let path = try test.weatherFile(rows: 1)
        let error = await refusal { () async throws(OperationError) in
            try await operations.ingest.ingest(request(path)) { _ in }
        }
        #expect(error?.code == .invalid)
        #expect(error?.description.contains("nyc/weather") == true)
        await workspace.close()
    }

    @Test("a store that is down is told of, waited for, and answers when it is back")
    func storeDown() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let store = test.store("online")
        store.faults.sever(with: store.error(.unavailable, message: "nobody listens there; start the store"))
        let notes = Notes()
        let result = try await operations.ingest.ingest(request(try test.weatherFile(rows: 120))) { event in
            notes.add(event)
            if case .notice = event { store.faults.heal() }
        }
        #expect(result.stores.map(\.written) == [120])
        #expect(notes.notices.count == 1)
        #expect(notes.notices.first?.contains("online") == true)
        #expect(notes.notices.first?.contains("nobody listens") == true)
        await test.finish()
        await workspace.close()
    }

    @Test("a job that ended in error, or is stopped, ends the wait")
    func hopeless() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let store = test.store("online")
        store.faults.script(.prepareWrite, .refused(store.error(.denied, message: "no right to make a table")))
        let path = try test.weatherFile(rows: 10)
        let failed = await refusal { () async throws(OperationError) in
            try await operations.ingest.ingest(request(path)) { _ in }
        }
        #expect(failed?.code == .failed)
        #expect(failed?.description.contains("no right to make a table") == true)
        let job = try #require(try await workspace.onlyJob())
        _ = try await operations.jobs.stop([job.id])
        let again = try test.weatherFile(rows: 11, name: "other.csv")
        let stopped = await refusal { () async throws(OperationError) in
            try await operations.ingest.ingest(request(again)) { _ in }
        }
        #expect(stopped?.code == .failed)
        #expect(stopped?.target == job.id.rawValue)
        await test.finish()
        await workspace.close()
    }

    @Test("rows that a store refuses are failed, not waited for")
    func refusedRows() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        test.store("online").refuseRows { row in row.key.values == [.string("A3")] ? "too odd" : nil }
        let result = try await operations.ingest.ingest(request(try test.weatherFile(rows: 10))) { _ in }
        #expect(result.stores.map(\.written) == [9] && result.stores.map(\.failed) == [1])
        let page = try await operations.deadLetters.list(DeadLetterQuery(reason: .rejected), 10, 0)
        #expect(page.letters.map(\.message) == ["too odd"])
        await test.finish()
        await workspace.close()
    }

    @Test("a worker that dies in the middle is replaced, and nothing is counted twice")
    func lostWorker() async throws {
        let test = try TestWorkspace(configuration: TestWorkspace.configuration())
        let (workspace, operations) = try await prepared(test)
        let store = test.store("online")
        store.faults.script(.write, .none, .answerLost(store.error(.cancelled)))
        let result = try await operations.ingest.ingest(request(try test.weatherFile(rows: 400))) { _ in }
        #expect(result.stores.map(\.written) == [400])
        #expect(try await workspace.onlyJob()?.counters.rowsWritten == 400)
        await test.finish()
        await workspace.close()
    }
}
