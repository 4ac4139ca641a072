import FeatureModel
import StorageAPI

extension OnlineRetrieverContract {
    static let presence: [Clause] = [
        Clause("online.unknown-key", "an unknown key reads as absent", scope) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: 7)])
            let answer = try await ask(online, [2])
            try require(answer == [nil], "answered \(Facts.text(answer)) for a key that was never written")
        },
        Clause("online.unwritten-set", "a feature set that was never written reads as absent", scope) { run in
            let online = try await run.online()
            let answer = try await ask(online, [1, 2])
            try require(answer == [nil, nil], "answered \(Facts.text(answer)) for a set that was never written")
        },
        Clause("online.all-null", "a row of nulls is a row, not an absence", scope) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: nil)])
            let answer = try await ask(online, [1])
            try require(
                answer.count == 1 && answer[0]?.values.count == 2 && answer[0]?.values.allSatisfy { $0 == nil } == true,
                "answered \(Facts.text(answer)) for a row of two nulls")
        },
    ]

    static let order: [Clause] = [
        Clause("online.order", "answers keep the order and the number of the questions", scope) { run in
            let online = try await online(run, holding: (0..<100).map { Sample.reading($0, count: $0) })
            let sensors = (0..<200).map { Int64(($0 * 37) % 200) }
            let answer = try await ask(online, sensors)
            try expect(counts: sensors.map { $0 < 100 ? $0 : nil }, in: answer)
        },
        Clause("online.duplicates", "the same key asked twice is answered twice", scope) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: 7), Sample.reading(2, count: 8)])
            try expect(counts: [7, 8, 7, 7, nil, nil], in: try await ask(online, [1, 2, 1, 1, 3, 3]))
        },
        Clause("online.no-keys", "no questions have no answers", scope) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: 7)])
            let answer = try await ask(online, [])
            try require(answer.isEmpty, "answered \(Facts.text(answer)) to no questions")
        },
        Clause("online.chosen-features", "values come in the order of the features asked for", scope) { run in
            let online = try await online(run, holding: [Sample.reading(1, count: 7, label: "wet")])
            let swapped = try await ask(online, [1], features: [1, 0])
            try require(
                swapped.first??.values == [.string("wet"), .int64(7)], "asked for label, count: \(Facts.text(swapped))")
            let second = try await ask(online, [1], features: [1])
            try require(second.first??.values == [.string("wet")], "asked for label: \(Facts.text(second))")
        },
        Clause("online.many-keys", "10,000 keys are answered in one call", scope) { run in
            let online = try await online(run, holding: (0..<5_000).map { Sample.reading($0 * 2, count: $0) })
            let answer = try await ask(online, Array(0..<10_000))
            try expect(counts: (0..<10_000).map { $0 % 2 == 0 ? $0 / 2 : nil }, in: answer)
        },
    ]

    /// Demands a count per answer; nil demands absence.
    static func expect(counts: [Int64?], in answer: [OnlineRow?]) throws {
        try require(answer.count == counts.count, "\(answer.count) answers to \(counts.count) questions")
        for (place, (expected, row)) in zip(counts, answer).enumerated() {
            let found = row.map { $0.values.first ?? nil }
            let wanted = expected.map { FeatureValue?.some(.int64($0)) }
            try require(
                found == wanted, "answer \(place) is \(Facts.text(found)), not \(Facts.text(wanted))")
        }
    }
}
