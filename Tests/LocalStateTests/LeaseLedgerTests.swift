import FeatureModel
import LocalState
import Testing

@Suite("Named leases and notes")
struct LeaseLedgerTests {
    @Test("one process holds a lease until it gives it back or is not heard of any more")
    func oneHolder() async throws {
        try await withState { database, path in
            let other = try await StateDatabase.open(at: path)
            let (mine, theirs) = (database.leases, other.leases)
            #expect(
                try await mine.claim(.reconciler, holder: Sample.one, at: Sample.start, term: Sample.term) == .claimed)
            #expect(
                try await theirs.claim(.reconciler, holder: Sample.two, at: Sample.after(10), term: Sample.term)
                    == .held(by: Sample.one, heartbeatAt: Sample.start))
            #expect(
                try await mine.claim(.reconciler, holder: Sample.one, at: Sample.after(9), term: Sample.term)
                    == .claimed)
            #expect(
                try await theirs.claim(.reconciler, holder: Sample.two, at: Sample.after(20), term: Sample.term)
                    == .claimed)
            #expect(try await !mine.release(.reconciler, holder: Sample.one))
            #expect(try await mine.holder(of: .reconciler) == Sample.two)
            #expect(try await theirs.release(.reconciler, holder: Sample.two))
            #expect(try await mine.holder(of: .reconciler) == nil)
            await other.close()
        }
    }

    @Test("notes are kept, replaced and removed by key")
    func notes() async throws {
        try await withState { database, _ in
            #expect(try await database.notes.get("history") == nil)
            try await database.notes.set("history", to: "jobs\nstores")
            try await database.notes.set("history", to: "é")
            #expect(try await database.notes.get("history") == "é")
            try await database.notes.set("history", to: nil)
            #expect(try await database.notes.get("history") == nil)
        }
    }
}
