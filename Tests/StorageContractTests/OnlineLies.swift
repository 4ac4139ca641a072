import FeatureModel
import StorageAPI
import StorageContract

/// Lies about the newest values.
enum OnlineLies {
    static let all: [Lie] = [
        .online("online.unknown-key", "answers an absent key with nulls") { real, request in
            let nulls = [FeatureValue?](repeating: nil, count: request.features.count)
            let row = OnlineRow(eventTimestamp: .zero, createdTimestamp: nil, values: nulls)
            return try await real.read(request).map { $0 ?? row }
        },
        .online("online.unwritten-set", "refuses a set that was never written") { real, request in
            let rows = try await real.read(request)
            if rows.allSatisfy({ $0 == nil }) { throw lie() }
            return rows
        },
        .online("online.all-null", "answers a row of nulls as absent") { real, request in
            try await real.read(request).map { row in row?.values.allSatisfy { $0 == nil } == true ? nil : row }
        },
        .online("online.order", "answers in an order of its own") { real, request in
            try await real.read(request).reversed()
        },
        .online("online.duplicates", "answers a key once") { real, request in
            var seen: Set<EntityKey> = []
            let isFirst = request.keys.map { seen.insert($0).inserted }
            return zip(try await real.read(request), isFirst).filter(\.1).map(\.0)
        },
        .online("online.no-keys", "refuses an empty question") { real, request in
            if request.keys.isEmpty { throw lie() }
            return try await real.read(request)
        },
        .online("online.chosen-features", "answers in the order of the set") { real, request in
            try await real.read(
                OnlineRequest(featureSet: request.featureSet, keys: request.keys, features: request.features.sorted()))
        },
        .online("online.many-keys", "answers the first 5,000 keys") { real, request in
            let rows = try await real.read(request)
            return rows.enumerated().map { $0 < 5_000 ? $1 : nil }
        },
        .online("online.event-time", "keeps microseconds") { real, request in
            try await real.read(request).map { row in
                row.map { row in
                    let time = row.eventTimestamp
                    return OnlineRow(
                        eventTimestamp: Timestamp(
                            seconds: time.seconds, nanoseconds: time.nanoseconds / 1000 * 1000),
                        createdTimestamp: row.createdTimestamp, values: row.values)
                }
            }
        },
        .online("online.created-time", "answers no created time") { real, request in
            try await real.read(request).map { row in
                row.map { OnlineRow(eventTimestamp: $0.eventTimestamp, createdTimestamp: nil, values: $0.values) }
            }
        },
        .online("online.old-rows", "leaves out what is old") { real, request in
            try await real.read(request).map { row in row?.eventTimestamp == .earliest ? nil : row }
        },
        .disguised("online.parallel-reads", "answers once with the answers of another") { card in
            let last = Shared<[OnlineRow?]>([])
            let tally = Tally()
            card.openOnline = changing(card.openOnline) { real in
                LyingOnline(
                    real: real,
                    onRead: { real, request in
                        let rows = try await real.read(request)
                        let other = last.change { last in
                            defer { last = Array(rows.reversed()) }
                            return last
                        }
                        return tally.next() == 40 ? other : rows
                    })
            }
        },
        .online("online.cancelled", "calls a cancellation a failure") { real, request in
            if Task.isCancelled { throw lie(.timedOut) }
            return try await real.read(request)
        },
        .disguised("online.close-twice", "cannot be read after it was closed twice") { card in
            let closes = Tally()
            card.openOnline = changing(card.openOnline) { real in
                LyingOnline(
                    real: real,
                    onRead: { real, request in
                        if closes.count > 1 { throw lie() }
                        return try await real.read(request)
                    }, onClose: { _ = closes.next() })
            }
        },
        .online("online.severed", "calls a lost connection unexpected") { real, request in
            do {
                return try await real.read(request)
            } catch let error as StoreError {
                throw recoded(error, .unexpected)
            }
        },
    ]
}
