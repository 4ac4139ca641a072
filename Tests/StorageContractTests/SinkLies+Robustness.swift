import FeatureModel
import StorageAPI
import StorageContract

extension SinkLies {
    static let nameSpaces: [Lie] = [
        Lie("sink.sets-apart", "has a table per project", rules: { $0.table = { $0.project.rawValue } }),
        Lie("sink.projects-apart", "has a table per set name", rules: { $0.table = { $0.name } }),
        Lie(
            "sink.punctuation", "takes - for _",
            rules: { rules in
                rules.table = { "\($0)".replacing("-", with: "_") }
            }),
        Lie(
            "sink.letter-case", "compares names without case",
            rules: { rules in
                rules.table = { "\($0)".lowercased() }
            }),
        Lie(
            "sink.joined-names", "joins project and set by _",
            rules: { rules in
                rules.table = { "\($0.project)_\($0.name)" }
            }),
        .sink("sink.engine-words", "stumbles over a word") { sink in
            sink.onPrepare = { real, set in
                if set.entities.contains(where: { $0.name == "select" }) { throw lie() }
                try await real.prepareWrite(set)
            }
        },
        .disguised("sink.places-apart", "has one place only") { card in
            let sink = card.openSink
            let online = card.openOnline
            let historical = card.openHistorical
            card.openSink = { (place: ConnectorCard.Place) async throws(StoreError) in try await sink!(single(place)) }
            card.openOnline = { (place: ConnectorCard.Place) async throws(StoreError) in
                try await online!(single(place))
            }
            card.openHistorical = { (place: ConnectorCard.Place) async throws(StoreError) in
                try await historical!(single(place))
            }
        },
    ]

    private static func single(_ place: ConnectorCard.Place) -> ConnectorCard.Place {
        ConnectorCard.Place(store: place.store, config: ["name": "single"], directory: place.directory)
    }

    static let changes: [Lie] = [
        .online("sink.added-feature", "forgets older rows when a feature is added") { real, request in
            let rows = try await real.read(request)
            guard request.featureSet.features.count == 3 else { return rows }
            return rows.map { row in row?.values[1] == nil ? nil : row }
        },
        .online("sink.removed-feature", "forgets older rows when a feature is removed") { real, request in
            let rows = try await real.read(request)
            guard request.featureSet.features.count == 1 else { return rows }
            return rows.map { row in row?.values[0] == .string("wet") ? nil : row }
        },
        .online("sink.changed-set", "reads older rows by place instead of by name") { real, request in
            let rows = try await real.read(request)
            guard request.featureSet.features.count == 3 else { return rows }
            return rows.map { row in
                guard let row, row.values[2] == .string("wet"), request.keys == [Sample.sensor(1)] else { return row }
                return OnlineRow(
                    eventTimestamp: row.eventTimestamp, createdTimestamp: row.createdTimestamp,
                    values: [row.values[0], row.values[2], nil])
            }
        },
    ]

    static let robustness: [Lie] = [
        .dropping("sink.parallel-writers", "loses a row under way") {
            let tally = Tally()
            return { _ in tally.next() != 333 }
        },
        .dropping("sink.contested-key", "loses the newest row") { { $0.features[0] != .int64(79) } },
        .disguised("sink.whole-rows", "answers a value of an older row") { card in
            let first = Shared<FeatureValue?>(nil)
            card.openOnline = changing(card.openOnline) { real in
                LyingOnline(
                    real: real,
                    onRead: { real, request in
                        try await real.read(request).map { row in
                            guard let row else { return nil }
                            let label = first.change { stale in
                                stale = stale ?? row.values[1]
                                return stale
                            }
                            return OnlineRow(
                                eventTimestamp: row.eventTimestamp, createdTimestamp: row.createdTimestamp,
                                values: [row.values[0], label])
                        }
                    })
            }
        },
        .sink("sink.cancelled", "calls a cancellation a failure") { sink in
            sink.onWrite = { real, batch in
                if Task.isCancelled { throw lie(.unexpected) }
                return try await real.write(batch)
            }
        },
        .disguised("sink.close-twice", "cannot be opened again after it was closed twice") { card in
            let closes = Tally()
            card.openSink = changing(card.openSink) { real in
                LyingSink(
                    real: real,
                    onPrepare: { real, set in
                        if closes.count > 1 { throw lie() }
                        try await real.prepareWrite(set)
                    }, onClose: { _ = closes.next() })
            }
        },
        .disguised("sink.reopened", "writes elsewhere when it is opened again") { card in
            let openings = Tally()
            card.openSink = changing(card.openSink) { real in
                guard openings.next() > 1 else { return real }
                return LyingSink(
                    real: real, onPrepare: { real, set in try await real.prepareWrite(elsewhere(set)) },
                    onWrite: { real, batch in
                        try await real.write(
                            RowBatch(featureSet: elsewhere(batch.featureSet), rows: batch.rows, jobID: batch.jobID))
                    })
            }
        },
        .sink("sink.severed", "calls a lost connection permanent") { sink in
            sink.onWrite = { real, batch in
                do {
                    return try await real.write(batch)
                } catch let error as StoreError {
                    throw recoded(error, .unavailable)
                }
            }
        },
        .disguised("sink.unreachable", "shows the password in an error") { card in
            let opening = card.openSink
            card.openSink = { (place: ConnectorCard.Place) async throws(StoreError) -> any FeatureSink in
                do {
                    return try await opening!(place)
                } catch {
                    throw StoreError(
                        .unavailable, recovery: .transient, operation: "connect", connector: "LIAR",
                        message: "nobody answers \(place.config["password"] ?? "")")
                }
            }
        },
        Lie("sink.model", "lets arrival decide", rules: { $0.replaces = { _, _ in true } }),
        Lie(
            "sink.model-by-arrival", "lets the last write win", rules: { $0.isOlder = { _, _ in true } },
            dress: { card in
                var disguise = Disguise(card)
                disguise.capabilities.subtract(.createdTime)
                return disguise.card
            }),
    ]

    private static func elsewhere(_ set: FeatureSet) -> FeatureSet {
        FeatureSet(
            reference: FeatureSetReference(project: "elsewhere", name: set.reference.name), entities: set.entities,
            features: set.features)
    }
}
