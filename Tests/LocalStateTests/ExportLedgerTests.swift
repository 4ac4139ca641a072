import FeatureModel
import LocalState
import Testing

@Suite("Export ledger")
struct ExportLedgerTests {
    private static let request = ExportRequest(
        rowsPath: "/rows.csv", features: [FeatureReference(featureSet: "weather", feature: "temp")],
        outputPath: "/out.csv.gz", outputFormat: .csv, store: "history", maxAgeOverrideSeconds: 0)

    private func withExport(_ body: (ExportLedger, ExportID) async throws -> Void) async throws {
        try await withState { database, _ in
            try await database.exports.create(Export(id: "e1", request: Self.request, createdAt: Sample.start))
            try await body(database.exports, "e1")
        }
    }

    @Test("an export runs from asked to done, with stages and progress, and keeps its whole request")
    func wholeLife() async throws {
        try await withExport { ledger, id in
            #expect(try await ledger.get(id)?.request == Self.request)
            #expect(try await ledger.get(id)?.store == "history")
            let claim = try await ledger.claim(id, worker: Sample.one, at: Sample.after(1), term: Sample.term)
            guard case .claimed(let claimed) = claim else {
                Issue.record("not claimed: \(claim)")
                return
            }
            #expect(claimed.status == .running && claimed.stage == .preparing)
            for (number, stage) in RetrievalStage.allCases.enumerated() {
                let progress = ExportProgress(stage: stage, rows: 10, rowsDone: Int64(number))
                let export = try await ledger.heartbeat(id, worker: Sample.one, progress: progress, at: Sample.after(2))
                #expect(export.stage == stage && export.rows == 10 && export.rowsDone == Int64(number))
            }
            let done = try await ledger.finish(
                id, worker: Sample.one, .done(files: ["/out.csv.gz"]), at: Sample.after(3))
            #expect(done.status == .done && done.worker == nil && done.finishedAt == Sample.after(3))
            #expect(try await ledger.get(id) == done)
            #expect(
                try await ledger.claim(id, worker: Sample.two, at: Sample.after(4), term: Sample.term) == .ended(.done))
        }
    }

    @Test("cancelling waits for a living worker, and needs none where there is none")
    func cancel() async throws {
        try await withExport { ledger, id in
            _ = try await ledger.claim(id, worker: Sample.one, at: Sample.start, term: Sample.term)
            #expect(try await ledger.requestCancel(id, at: Sample.after(1), term: Sample.term).status == .cancelling)
            #expect(try await ledger.heartbeat(id, worker: Sample.one, at: Sample.after(2)).status == .cancelling)
            let ended = try await ledger.finish(id, worker: Sample.one, .cancelled, at: Sample.after(3))
            #expect(ended.status == .cancelled && ended.files.isEmpty)
            #expect(try await ledger.requestCancel(id, at: Sample.after(4), term: Sample.term) == ended)

            try await ledger.create(Export(id: "e2", request: Self.request, createdAt: Sample.start))
            #expect(try await ledger.requestCancel("e2", at: Sample.after(1), term: Sample.term).status == .cancelled)
        }
    }

    @Test("an export that no worker ever took is given time to start, then seen as lost")
    func neverTaken() async throws {
        try await withExport { ledger, id in
            let seconds = Sample.term.components.seconds
            #expect(try await ledger.orphaned(at: Sample.after(seconds * 4 - 1), term: Sample.term).isEmpty)
            let late = Sample.after(seconds * 4 + 1)
            #expect(try await ledger.orphaned(at: late, term: Sample.term).map(\.id) == [id])
            let ended = try await ledger.abandon(id, .failed("never started"), at: late, term: Sample.term)
            #expect(ended.status == .failed && ended.error == "never started")
        }
    }

    @Test("an export whose worker is lost is seen, and can be taken over or given up")
    func orphan() async throws {
        try await withExport { ledger, id in
            _ = try await ledger.claim(id, worker: Sample.one, at: Sample.start, term: Sample.term)
            #expect(try await ledger.orphaned(at: Sample.after(10), term: Sample.term) == [])
            #expect(try await ledger.orphaned(at: Sample.after(11), term: Sample.term).map(\.id) == [id])
            await #expect {
                try await ledger.abandon(id, .failed("lost"), at: Sample.after(10), term: Sample.term)
            } throws: { ($0 as? LocalStateError)?.code == .conflict }
            let held = try await ledger.claim(id, worker: Sample.two, at: Sample.after(5), term: Sample.term)
            #expect(held == .held(by: Sample.one, heartbeatAt: Sample.start))
            _ = try await ledger.claim(id, worker: Sample.two, at: Sample.after(11), term: Sample.term)
            await #expect {
                try await ledger.finish(id, worker: Sample.one, .done(files: []), at: Sample.after(12))
            } throws: { ($0 as? LocalStateError)?.code == .leaseLost }
            let failed = try await ledger.abandon(
                id, .failed("its worker was lost"), at: Sample.after(30), term: Sample.term)
            #expect(failed.status == .failed && failed.error == "its worker was lost")
        }
    }

    @Test("exports are listed newest first, by status and up to a limit; unknown ones are not found")
    func list() async throws {
        try await withExport { ledger, id in
            for number in 2...5 {
                let export = Export(
                    id: ExportID("e\(number)"), request: Self.request, createdAt: Sample.after(Int64(number)))
                try await ledger.create(export)
            }
            _ = try await ledger.claim("e3", worker: Sample.one, at: Sample.start, term: Sample.term)
            #expect(try await ledger.list().map(\.id) == ["e5", "e4", "e3", "e2", "e1"])
            #expect(try await ledger.list(limit: 2).map(\.id) == ["e5", "e4"])
            #expect(try await ledger.list(in: [.running]).map(\.id) == ["e3"])
            #expect(try await ledger.list(in: []) == [])
            await #expect { try await ledger.requestCancel("e9", at: Sample.start, term: Sample.term) } throws: {
                ($0 as? LocalStateError)?.code == .notFound
            }
            await #expect {
                try await ledger.create(Export(id: id, request: Self.request, createdAt: Sample.start))
            } throws: { ($0 as? LocalStateError)?.code == .conflict }
        }
    }
}
