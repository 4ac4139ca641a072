import FeatureModel
import LocalState
import Testing

@Suite("Dead letters")
struct DeadLetterLedgerTests {
    private func letter(_ number: Int, reason: DeadLetterReason = .wrongType, store: StoreName? = "online")
        -> DeadLetter
    {
        DeadLetter(
            id: DeadLetterID("dl-\(number)"), at: Sample.after(Int64(number)), featureSet: Sample.weather, store: store,
            job: "j1", transform: "validate", reason: reason, message: "no \u{1B}[31m", payload: [0, 255, 10],
            position: SourcePosition(partition: 0, offset: Int64(number)), ingestionID: "i1")
    }

    @Test("a letter survives the round trip, hostile bytes included; the same id again changes nothing")
    func roundTrip() async throws {
        try await withState { database, _ in
            let bare = DeadLetter(
                id: "dl-x", at: Sample.start, featureSet: nil, store: nil, job: nil, transform: "decode",
                reason: .undecodable, message: "", payload: [], position: nil)
            try await database.deadLetters.append([letter(1), bare])
            try await database.deadLetters.append([letter(1, reason: .rejected), letter(2)])
            #expect(try await database.deadLetters.get("dl-1") == letter(1))
            #expect(try await database.deadLetters.get("dl-x") == bare)
            #expect(try await database.deadLetters.get("dl-9") == nil)
            #expect(try await database.deadLetters.count() == 3)
        }
    }

    @Test("every reason has its place in the schema, and its own group", arguments: DeadLetterReason.allCases)
    func reasons(reason: DeadLetterReason) async throws {
        try await withState { database, _ in
            try await database.deadLetters.append([letter(1, reason: reason)])
            #expect(try await database.deadLetters.groups().map(\.reason) == [reason])
        }
    }

    @Test("groups count by reason, set and store, most numerous first")
    func groups() async throws {
        try await withState { database, _ in
            try await database.deadLetters.append(
                (1...5).map { letter($0) } + [letter(6, reason: .rejected), letter(7, store: nil)])
            let groups = try await database.deadLetters.groups()
            #expect(groups.map(\.count) == [5, 1, 1])
            #expect(groups[0].first == Sample.after(1) && groups[0].last == Sample.after(5))
            let rejected = try await database.deadLetters.groups(DeadLetterQuery(reason: .rejected))
            #expect(rejected.map(\.count) == [1])
        }
    }

    @Test("every part of a query narrows")
    func queries() async throws {
        try await withState { database, _ in
            let ledger = database.deadLetters
            try await ledger.append(
                (1...4).map { letter($0, reason: $0 < 3 ? .rejected : .badInput, store: $0 == 4 ? nil : "online") })
            #expect(try await ledger.count(DeadLetterQuery(reason: .rejected)) == 2)
            #expect(try await ledger.count(DeadLetterQuery(store: "online")) == 3)
            #expect(try await ledger.count(DeadLetterQuery(featureSet: Sample.weather, job: "j1")) == 4)
            #expect(try await ledger.count(DeadLetterQuery(featureSet: Sample.delays)) == 0)
            #expect(try await ledger.count(DeadLetterQuery(since: Sample.after(3))) == 2)
            #expect(try await ledger.count(DeadLetterQuery(ids: ["dl-1", "dl-4", "dl-9"])) == 2)
            #expect(try await ledger.count(DeadLetterQuery(ids: [])) == 0)
            #expect(try await ledger.count(DeadLetterQuery(reason: .rejected, since: Sample.after(2))) == 1)
        }
    }

    @Test("ten thousand letters are paged newest first, by offset and by cursor, without gap or repetition")
    func paging() async throws {
        try await withState { database, _ in
            let ledger = database.deadLetters
            try await ledger.append(
                (0..<10_000).map { letter($0, reason: $0.isMultiple(of: 2) ? .rejected : .badInput) })
            let deep = try await ledger.list(limit: 3, offset: 9_000)
            #expect(deep.map(\.id) == ["dl-999", "dl-998", "dl-997"])
            let query = DeadLetterQuery(reason: .rejected)
            var page = try await ledger.list(query, limit: 999)
            var seen = page.map(\.id)
            while let last = page.last {
                page = try await ledger.list(query, limit: 999, behind: DeadLetterCursor(last))
                seen += page.map(\.id)
            }
            #expect(seen == (0..<5_000).map { DeadLetterID("dl-\(9_998 - 2 * $0)") })
        }
    }

    @Test("replays are counted, and discarding forgets exactly what the query means")
    func replayAndDiscard() async throws {
        try await withState { database, _ in
            let ledger = database.deadLetters
            try await ledger.append((0..<5_000).map { letter($0, reason: $0 < 4_500 ? .rejected : .badInput) })
            try await ledger.markReplayed(["dl-1", "dl-4999", "dl-none"])
            #expect(try await ledger.get("dl-4999")?.replays == 1)
            #expect(try await ledger.get("dl-2")?.replays == 0)
            #expect(try await ledger.discard(DeadLetterQuery(reason: .rejected)) == 4_500)
            #expect(try await ledger.count() == 500)
            #expect(try await ledger.discard(DeadLetterQuery(reason: .rejected)) == 0)
        }
    }
}
