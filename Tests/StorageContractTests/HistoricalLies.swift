import FeatureModel
import StorageAPI
import StorageContract

/// Lies about what was true when.
enum HistoricalLies {
    static let all = join + order + life

    static let join: [Lie] = [
        Lie("historical.as-of", "answers the newest row", rules: { $0.isCurrent = { _, _ in true } }),
        Lie("historical.equal-time", "leaves out the row at the very time", rules: { $0.isCurrent = { $0 < $1 } }),
        Lie(
            "historical.nanoseconds", "compares whole seconds",
            rules: { rules in
                rules.isCurrent = { $0.seconds <= $1.seconds }
            }),
        Lie(
            "historical.created-decides", "knows event times only",
            rules: { rules in
                rules.isOlder = { $0.row.eventTimestamp < $1.row.eventTimestamp }
            }),
        .dropping("historical.late-row", "drops rows that come late") {
            let newest = Shared<Timestamp>(.earliest)
            return { row in
                newest.change { newest in
                    defer { newest = max(newest, row.eventTimestamp) }
                    return row.eventTimestamp >= newest
                }
            }
        },
        .dropping("historical.null-counts", "does not keep nulls") { { row in row.features.contains { $0 != nil } } },
        .requests("historical.null-key", "takes a null key for zero") { request in
            HistoricalRequest(
                id: request.id, featureSets: request.featureSets,
                entityRows: ChangedEntityRows(real: request.entityRows) { batch in
                    EntityRowBatch(
                        timestamps: batch.timestamps, keys: batch.keys.map { $0.map { $0 ?? Sample.sensor(0) } })
                }, answers: request.answers)
        },
        .answers("historical.unknown-key", "answers null with zero") { rows in
            rows.map { $0.map { $0 ?? .int64(0) } }
        },
        .historical("historical.unwritten-set", "refuses sets that were never written") { retriever in
            retriever.onSubmit = { _, _ in throw lie() }
        },
        Lie(
            "historical.max-age", "takes a row of exactly the max age",
            rules: { rules in
                rules.isYoung = { event, time, maxAge in event.adding(seconds: maxAge) >= time }
            }),
        Lie(
            "historical.max-age-fractions", "counts ages in whole seconds",
            rules: { rules in
                rules.isYoung = { event, time, maxAge in time.seconds - event.seconds < maxAge }
            }),
        .requests("historical.no-max-age", "has a max age of its own") { withMaxAges($0) { $0 ?? 86_400 } },
        .requests("historical.own-max-age", "judges every set by the first one's max age") { request in
            let first = request.featureSets.first?.maxAgeSeconds
            return withMaxAges(request) { _ in first }
        },
        Lie(
            "historical.model", "lets arrival decide",
            rules: { rules in
                rules.isOlder = { $0.row.eventTimestamp < $1.row.eventTimestamp }
            }),
    ]

    static let order: [Lie] = [
        .answers("historical.order", "answers in an order of its own") { $0.reversed() },
        .answers("historical.duplicates", "answers equal rows once") { rows in
            var kept: [[FeatureValue?]] = []
            for row in rows where kept.last != row { kept.append(row) }
            return kept
        },
        .polls("historical.no-rows", "fails without rows") { progress in
            if case .done(_, 0) = progress { .failed(lie()) } else { progress }
        },
        .disguised("historical.many-rows", "loses a row on the way") { card in
            let tally = Tally()
            card.openHistorical = changing(card.openHistorical) { real in
                LyingHistorical(
                    real: real,
                    onSubmit: { real, request in
                        let answers = ChangedAnswers(
                            real: request.answers,
                            change: { rows in
                                rows.filter { _ in tally.next() != 4_001 }
                            })
                        try await real.submit(
                            HistoricalRequest(
                                id: request.id, featureSets: request.featureSets, entityRows: request.entityRows,
                                answers: answers))
                    })
            }
        },
        .answers("historical.several-sets", "mixes the sets up") { rows in
            rows.map { Array($0.suffix(1) + $0.dropLast()) }
        },
    ]

    static let life: [Lie] = [
        .historical("historical.submit-returns", "says done before it is") { retriever in
            retriever.onPoll = { _, _ in .done(files: [], rows: 0) }
        },
        .historical("historical.cancelled", "does not cancel") { $0.onCancel = { _, _ in } },
        .disguised("historical.cancel-late", "calls everything cancelled that somebody cancelled") { card in
            let cancels = Tally()
            card.openHistorical = changing(card.openHistorical) { real in
                LyingHistorical(
                    real: real,
                    onPoll: { real, id in
                        if cancels.count > 0 { return .cancelled }
                        return try await real.poll(id)
                    }, onCancel: { _, _ in _ = cancels.next() })
            }
        },
        .polls("historical.bad-rows", "takes a bad file for a failure of its own") { progress in
            if case .failedOnFiles = progress { .failed(lie(.unexpected)) } else { progress }
        },
        .requests("historical.bad-answers", "goes on when answers cannot be written") { request in
            HistoricalRequest(
                id: request.id, featureSets: request.featureSets, entityRows: request.entityRows,
                answers: ChangedAnswers(real: request.answers, change: { $0 }, swallowsErrors: true))
        },
        .polls("historical.bad-finish", "says done when the output could not be finished") { progress in
            if case .failedOnFiles = progress { .done(files: [], rows: 10) } else { progress }
        },
        .historical("historical.unknown-id", "knows every id") { retriever in
            retriever.onPoll = { real, id in
                do {
                    return try await real.poll(id)
                } catch {
                    return .cancelled
                }
            }
        },
        .historical("historical.same-id", "takes an id twice") { retriever in
            retriever.onSubmit = { real, request in
                do {
                    try await real.submit(request)
                } catch {
                    return
                }
            }
        },
        .requests("historical.side-by-side", "mixes retrievals up") { request in
            guard request.id == "exp-2" else { return request }
            return HistoricalRequest(
                id: request.id, featureSets: request.featureSets, entityRows: request.entityRows,
                answers: ChangedAnswers(real: request.answers, change: { $0.reversed() }))
        },
        .disguised("historical.close-twice", "takes nothing after it was closed twice") { card in
            let closes = Tally()
            card.openHistorical = changing(card.openHistorical) { real in
                LyingHistorical(
                    real: real,
                    onSubmit: { real, request in
                        if closes.count > 1 { throw lie() }
                        try await real.submit(request)
                    }, onClose: { _ = closes.next() })
            }
        },
    ]

    private static func withMaxAges(
        _ request: HistoricalRequest, _ maxAge: (Int64?) -> Int64?
    ) -> HistoricalRequest {
        let sets = request.featureSets.map { set in
            HistoricalFeatureSetRequest(
                featureSet: set.featureSet, features: set.features, maxAgeSeconds: maxAge(set.maxAgeSeconds))
        }
        return HistoricalRequest(
            id: request.id, featureSets: sets, entityRows: request.entityRows, answers: request.answers)
    }
}
