import FeatureModel
import StorageAPI

/// What every store of dead letters promises.
public enum DeadLetterContract {
    /// All clauses.
    public static let clauses: [Clause] = [
        Clause("letters.round-trip", "a letter comes back whole, hostile bytes and all", scope) { run in
            let store = try await run.deadLetters()
            let letters = [full, bare]
            try await store.append(letters)
            for letter in letters {
                let found = try await store.get(letter.id)
                try require(found == letter, "the letter \(letter.id) came back as \(Facts.text(found))")
            }
        },
        Clause("letters.unknown", "an id that is not there is nil", scope) { run in
            let store = try await run.deadLetters()
            try await store.append([bare])
            let found = try await store.get("never")
            try require(found == nil, "an unknown id gave \(Facts.text(found))")
        },
        Clause("letters.idempotent", "a letter whose id is there is left as it is", scope) { run in
            let store = try await run.deadLetters()
            try await store.append([letter(1, message: "first")])
            try await store.markReplayed([id(1)])
            try await store.append([letter(1, message: "second"), letter(2), letter(2)])
            let found = try await store.get(id(1))
            try require(found?.message == "first" && found?.replays == 1, "it became \(Facts.text(found))")
            let count = try await store.count(DeadLetterQuery())
            try require(count == 2, "two letters are counted as \(count)")
        },
        Clause("letters.empty-append", "appending nothing is a success", scope) { run in
            let store = try await run.deadLetters()
            try await store.append([])
            let count = try await store.count(DeadLetterQuery())
            try require(count == 0, "nothing is counted as \(count)")
        },
        Clause("letters.newest-first", "letters are listed newest first, to the nanosecond", scope) { run in
            let store = try await run.deadLetters()
            let letters = (0..<20).map { letter($0, at: Sample.noon.adding(nanoseconds: Int32($0))) }
            try await store.append(letters.shuffled(seed: 3))
            let found = try await store.list(DeadLetterQuery(), limit: 100, offset: 0)
            try require(found.map(\.id) == letters.reversed().map(\.id), "the order is \(Facts.text(found.map(\.id)))")
        },
        Clause("letters.paging", "pages neither overlap nor leave out, also among letters of one time", scope) { run in
            let store = try await run.deadLetters()
            try await store.append((0..<25).map { letter($0) }.shuffled(seed: 4))
            var found: [DeadLetterID] = []
            for page in 0..<4 {
                let letters = try await store.list(DeadLetterQuery(), limit: 7, offset: page * 7)
                try require(letters.count == (page < 3 ? 7 : 4), "page \(page) of 7 has \(letters.count) letters")
                found += letters.map(\.id)
            }
            try require(Set(found).count == 25, "25 letters in pages gave \(Set(found).count)")
            let beyond = try await store.list(DeadLetterQuery(), limit: 7, offset: 25)
            try require(beyond.isEmpty, "\(beyond.count) letters behind the last")
        },
        Clause("letters.queries", "every part of a query narrows, alone and together", scope) { run in
            let store = try await run.deadLetters()
            let letters = variety
            try await store.append(letters)
            for (name, query, isMeant) in queries {
                let wanted = Set(letters.filter(isMeant).map(\.id))
                let listed = try await store.list(query, limit: 1000, offset: 0)
                try require(
                    Set(listed.map(\.id)) == wanted && listed.count == wanted.count,
                    "by \(name) \(listed.count) letters were listed, not \(wanted.count)")
                let count = try await store.count(query)
                try require(
                    count == Int64(wanted.count), "by \(name) \(count) letters were counted, not \(wanted.count)")
            }
        },
        Clause("letters.groups", "groups count by reason, set and store, most numerous first", scope) { run in
            let store = try await run.deadLetters()
            let letters = variety + (100..<150).map { letter($0, reason: .badInput) }
            try await store.append(letters)
            for query in [DeadLetterQuery(), DeadLetterQuery(store: "online")] {
                let meant = letters.filter { query.store == nil || $0.store == query.store }
                let groups = try await store.groups(query)
                let counts = groups.map(\.count)
                try require(counts == counts.sorted(by: >), "the counts come as \(counts)")
                try require(Set(groups) == expectedGroups(meant), "the groups are \(Facts.text(groups))")
            }
        },
        Clause("letters.replays", "replays are counted, for the letters named only", scope) { run in
            let store = try await run.deadLetters()
            try await store.append([letter(1), letter(2), letter(3)])
            try await store.markReplayed([id(1), id(2)])
            try await store.markReplayed([id(1), "never"])
            var replays: [Int64?] = []
            for number in 1...3 as ClosedRange<Int64> { replays.append(try await store.get(id(number))?.replays) }
            try require(replays == [2, 1, 0], "replays of 2, 1, 0 are counted as \(replays)")
        },
        Clause("letters.discard", "discarding forgets what the query means, and says how many", scope) { run in
            let store = try await run.deadLetters()
            let letters = variety
            try await store.append(letters)
            let meant = letters.filter { $0.store == "online" && $0.reason == .wrongType }
            let query = DeadLetterQuery(reason: .wrongType, store: "online")
            let discarded = try await store.discard(query)
            try require(discarded == Int64(meant.count), "\(discarded) discarded, not \(meant.count)")
            let left = try await store.list(DeadLetterQuery(), limit: 1000, offset: 0)
            try require(
                Set(left.map(\.id)) == Set(letters.map(\.id)).subtracting(meant.map(\.id)),
                "\(left.count) letters are left of \(letters.count) less \(meant.count)")
            let again = try await store.discard(query)
            try require(again == 0, "\(again) discarded of nothing")
        },
        Clause("letters.parallel", "what is appended side by side is all there, once", scope) { run in
            let stores = [try await run.deadLetters(), try await run.deadLetters()]
            try await inParallel(8) { number in
                for part in 0..<5 as Range<Int64> {
                    try await stores[Int(number % 2)].append((0..<10).map { letter(number / 2 * 50 + part * 10 + $0) })
                }
            }
            let count = try await stores[0].count(DeadLetterQuery())
            try require(count == 200, "200 letters, appended twice each, are counted as \(count)")
        },
        Clause("letters.reopened", "closing twice is harmless, and a reopened store sees everything", scope) { run in
            let store = try await run.deadLetters()
            try await store.append([full])
            await store.close()
            await store.close()
            let found = try await run.deadLetters().get(full.id)
            try require(found == full, "after reopening the letter is \(Facts.text(found))")
        },
        Clause(
            "letters.severed", "a severed connection is unavailable and transient, and the store heals by itself",
            Clause.Scope(.deadLetters, harness: .severing)
        ) { run in
            let store = try await run.deadLetters()
            try await run.harness.sever(run.place)
            try await expectUnavailable(run) { try await store.append([bare]) }
            try await run.harness.heal(run.place)
            try await store.append([bare])
            let found = try await store.get(bare.id)
            try require(found == bare, "after healing the letter is \(Facts.text(found))")
        },
    ]

    static let scope = Clause.Scope(.deadLetters)
}
