import FeatureModel
import StorageAPI
import StorageContract

/// Lies about dead letters.
enum LetterLies {
    static let all: [Lie] = [
        .letters("letters.round-trip", "keeps payloads as text") { store in
            store.onAppend = { real, letters in try await real.append(letters.map(asText)) }
        },
        .letters("letters.unknown", "knows every id") { store in
            store.onGet = { real, id in
                if let letter = try await real.get(id) { return letter }
                return try await real.list(DeadLetterQuery(), limit: 1, offset: 0).first
            }
        },
        .letters("letters.idempotent", "replaces a letter that is there") { store in
            store.onAppend = { real, letters in
                _ = try await real.discard(DeadLetterQuery(ids: Set(letters.map(\.id))))
                try await real.append(letters)
            }
        },
        .letters("letters.empty-append", "refuses to append nothing") { store in
            store.onAppend = { real, letters in
                if letters.isEmpty { throw lie() }
                try await real.append(letters)
            }
        },
        .letters("letters.newest-first", "lists the oldest first") { store in
            store.onList = { real, query, limit, offset in
                let all = try await real.list(query, limit: .max, offset: 0)
                return Array(all.reversed().dropFirst(offset).prefix(limit))
            }
        },
        .letters("letters.paging", "repeats the last letter of a page") { store in
            store.onList = { real, query, limit, offset in
                try await real.list(query, limit: limit, offset: max(0, offset - 1))
            }
        },
        .letters("letters.queries", "does not look at jobs") { store in
            store.onList = { real, query, limit, offset in
                var wider = query
                wider.job = nil
                return try await real.list(wider, limit: limit, offset: offset)
            }
        },
        .letters("letters.groups", "has the smallest group first") { store in
            store.onGroups = { real, query in try await real.groups(query).reversed() }
        },
        .letters("letters.replays", "counts a replay for all") { store in
            store.onReplayed = { real, _ in
                let all = try await real.list(DeadLetterQuery(), limit: .max, offset: 0)
                try await real.markReplayed(all.map(\.id))
            }
        },
        .letters("letters.discard", "discards more than was meant") { store in
            store.onDiscard = { real, query in
                var wider = query
                wider.reason = nil
                return try await real.discard(wider)
            }
        },
        .letters("letters.parallel", "loses a letter under way") { store in
            store.onAppend = { real, letters in
                try await real.append(letters.filter { $0.id != "letter-123" })
            }
        },
        .disguised("letters.reopened", "forgets everything when it is opened again") { card in
            let openings = Tally()
            card.openLetters = changing(card.openLetters) { real in
                let number = openings.next()
                return LyingLetters(real: real, onGet: { real, id in number > 1 ? nil : try await real.get(id) })
            }
        },
        .letters("letters.severed", "calls a lost connection denied") { store in
            store.onAppend = { real, letters in
                do {
                    try await real.append(letters)
                } catch let error as StoreError {
                    throw recoded(error, .denied)
                }
            }
        },
    ]

    private static func asText(_ letter: DeadLetter) -> DeadLetter {
        DeadLetter(
            id: letter.id, at: letter.at, featureSet: letter.featureSet, store: letter.store, job: letter.job,
            transform: letter.transform, reason: letter.reason, message: letter.message,
            payload: Array(String(decoding: letter.payload, as: UTF8.self).utf8), position: letter.position,
            ingestionID: letter.ingestionID, replays: letter.replays)
    }
}
